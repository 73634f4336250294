import { describe, expect, test } from 'vitest'
import { readBibliography } from './bibliography'

/** An entry formatted by the standard, without its number. */
function format(entry: string, lang: 'zh-CN' | 'en' = 'zh-CN'): string {
  const { format, keys, problems } = readBibliography(entry, 'content/references.bib')
  expect(problems).toEqual([])
  const { entries } = format([[{ key: keys()[0] ?? '' }]], { style: 'gb-t-7714', lang })
  return (entries[0]?.html ?? '').replace(/<\/?a\b[^>]*>/g, '').replace(/^\[1\] /, '')
}

// The examples of the standard, chapter 8 and appendix A. A part of a page range is left out: entries name the whole.
test.each([
  [
    '@book{a, author = {罗斯基}, title = {战前中国经济的增长}, translator = {唐巧天 and 毛立坤 and 姜修宪}, location = {杭州}, publisher = {浙江大学出版社}, date = {2009}}',
    '罗斯基. 战前中国经济的增长[M]. 唐巧天, 毛立坤, 姜修宪, 译. 杭州: 浙江大学出版社, 2009.',
  ],
  [
    '@book{a, author = {库恩}, title = {科学革命的结构}, subtitle = {第4版}, translator = {金吾伦 and 胡新和}, edition = {2}, address = {北京}, publisher = {北京大学出版社}, year = {2012}}',
    '库恩. 科学革命的结构: 第4版[M]. 金吾伦, 胡新和, 译. 2版. 北京: 北京大学出版社, 2012.',
  ],
  [
    '@book{a, author = {蒋有绪 and 郭泉水 and 马娟 and 丁四}, title = {中国森林群落分类及其群落学特征}, address = {北京}, publisher = {科学出版社}, year = {1998}}',
    '蒋有绪, 郭泉水, 马娟, 等. 中国森林群落分类及其群落学特征[M]. 北京: 科学出版社, 1998.',
  ],
  [
    '@book{a, title = {师伏堂日记}, volume = {第4册}, address = {北京}, publisher = {北京图书馆出版社}, year = {2009}, pages = {155}}',
    '师伏堂日记: 第4册[M]. 北京: 北京图书馆出版社, 2009: 155.',
  ],
  [
    '@book{a, author = {汪昂}, title = {增订本草备要}, subtitle = {四卷}, edition = {刻本}, address = {京都}, publisher = {老二酉堂}, year = {1881(清光绪七年)}}',
    '汪昂. 增订本草备要: 四卷[M]. 刻本. 京都: 老二酉堂, 1881(清光绪七年).',
  ],
  [
    "@book{a, author = {O'Brien, J. A.}, title = {Introduction to information systems}, edition = {Seventh}, address = {Burr Ridge, Ill.}, publisher = {Irwin}, year = {1994}}",
    'O’BRIEN J A. Introduction to information systems[M]. 7th ed. Burr Ridge, Ill.: Irwin, 1994.',
  ],
  [
    '@book{a, author = {{International Federation of Library Association and Institutions}}, title = {Names of persons: national usages for entry in catalogues}, edition = {3rd}, address = {London}, publisher = {IFLA International Office for UBC}, year = {1977}}',
    'International Federation of Library Association and Institutions. Names of persons: national usages for entry in catalogues[M]. 3rd ed. London: IFLA International Office for UBC, 1977.',
  ],
  [
    '@book{a, author = {Kinchy, A.}, title = {Seeds, science, and struggle}, address = {Cambridge, Mass.}, publisher = {MIT Press}, year = {2012}, pages = {50}, urldate = {2013-07-14}, url = {http://lib.myilibrary.com/Open.aspx?id=381443}}',
    'KINCHY A. Seeds, science, and struggle[M/OL]. Cambridge, Mass.: MIT Press, 2012: 50[2013-07-14]. http://lib.myilibrary.com/Open.aspx?id=381443.',
  ],
  [
    '@proceedings{a, author = {雷光春}, title = {综合湿地管理}, subtitle = {综合湿地管理国际研讨会论文集}, address = {北京}, publisher = {海洋出版社}, year = {2012}}',
    '雷光春. 综合湿地管理: 综合湿地管理国际研讨会论文集[C]. 北京: 海洋出版社, 2012.',
  ],
  [
    '@report{a, author = {{中华人民共和国国务院新闻办公室}}, title = {国防白皮书}, subtitle = {中国武装力量的多样化运用}, date = {2013-04-16}, urldate = {2014-06-11}, url = {http://www.mod.gov.cn/affair/2013-04/16/content_4442839.htm}}',
    '中华人民共和国国务院新闻办公室. 国防白皮书: 中国武装力量的多样化运用[R/OL]. (2013-04-16)[2014-06-11]. http://www.mod.gov.cn/affair/2013-04/16/content_4442839.htm.',
  ],
  [
    '@techreport{a, author = {{World Health Organization}}, title = {Factors regulating the immune response: report of WHO Scientific Group}, address = {Geneva}, institution = {WHO}, year = {1970}}',
    'World Health Organization. Factors regulating the immune response: report of WHO Scientific Group[R]. Geneva: WHO, 1970.',
  ],
  [
    '@phdthesis{a, author = {Calms, R. B.}, title = {Infrared spectroscopic studies on solid oxygen}, address = {Berkeley}, school = {Univ. of California}, year = {1965}}',
    'CALMS R B. Infrared spectroscopic studies on solid oxygen[D]. Berkeley: Univ. of California, 1965.',
  ],
  [
    '@patent{a, author = {张凯军}, title = {轨道火车及高速轨道火车紧急安全制动辅助装置}, number = {201220158825.2}, date = {2012-04-05}}',
    '张凯军. 轨道火车及高速轨道火车紧急安全制动辅助装置: 201220158825.2[P]. 2012-04-05.',
  ],
  [
    '@patent{a, author = {{河北绿洲生态环境科技有限公司}}, title = {一种荒漠化地区生态植被综合培育种植方法}, number = {01129210.5}, date = {2001-10-24}, urldate = {2002-05-28}, url = {http://211.152.9.47/sipoasp/zlijs/hyjs-yx-new.asp}}',
    '河北绿洲生态环境科技有限公司. 一种荒漠化地区生态植被综合培育种植方法: 01129210.5[P/OL]. 2001-10-24[2002-05-28]. http://211.152.9.47/sipoasp/zlijs/hyjs-yx-new.asp.',
  ],
  [
    '@standard{a, author = {{全国信息与文献标准化技术委员会}}, title = {信息与文献 都柏林核心元数据元素集}, number = {GB/T 25100-2010}, address = {北京}, publisher = {中国标准出版社}, year = {2010}, pages = {2-3}}',
    '全国信息与文献标准化技术委员会. 信息与文献 都柏林核心元数据元素集: GB/T 25100-2010[S]. 北京: 中国标准出版社, 2010: 2-3.',
  ],
  [
    '@standard{a, title = {Information and documentation-the Dublin core metadata element set}, number = {ISO 15836:2009}, urldate = {2013-03-24}, url = {http://www.iso.org/iso/home/store/catalogue_tc/catalogue_detail.htm?csnumber=52142}}',
    'Information and documentation-the Dublin core metadata element set: ISO 15836:2009[S/OL]. [2013-03-24]. http://www.iso.org/iso/home/store/catalogue_tc/catalogue_detail.htm?csnumber=52142.',
  ],
  [
    '@incollection{a, author = {白书农}, title = {植物开花研究}, editor = {李承森}, booktitle = {植物科学进展}, address = {北京}, publisher = {高等教育出版社}, year = {1998}, pages = {146--163}}',
    '白书农. 植物开花研究[M]//李承森. 植物科学进展. 北京: 高等教育出版社, 1998: 146-163.',
  ],
  [
    '@inproceedings{a, author = {汪学军}, title = {中国农业转基因生物研发进展与安全管理}, editor = {{国家环境保护总局生物安全管理办公室}}, booktitle = {中国国家生物安全框架实施国际合作项目研讨会论文集}, address = {北京}, publisher = {中国环境科学出版社}, year = {2002}, pages = {22--25}}',
    '汪学军. 中国农业转基因生物研发进展与安全管理[C]//国家环境保护总局生物安全管理办公室. 中国国家生物安全框架实施国际合作项目研讨会论文集. 北京: 中国环境科学出版社, 2002: 22-25.',
  ],
  [
    '@inbook{a, title = {卷39乞致仕第一}, booktitle = {苏魏公文集}, volume = {下册}, address = {北京}, publisher = {中华书局}, year = {1988}, pages = {590}}',
    '卷39乞致仕第一[M]//苏魏公文集: 下册. 北京: 中华书局, 1988: 590.',
  ],
  [
    '@article{a, author = {杨洪升}, title = {四库馆私家抄校书考略}, journal = {文献}, year = {2013}, number = {1}, pages = {56--75}}',
    '杨洪升. 四库馆私家抄校书考略[J]. 文献, 2013(1): 56-75.',
  ],
  [
    '@article{a, author = {陈建军}, title = {从数字地球到智慧地球}, journaltitle = {国土资源导刊}, date = {2010}, volume = {7}, number = {10}, pages = {93}, urldate = {2013-03-20}, url = {http://d.g.wanfangdata.com.cn/Periodical_hunandz201010038.aspx}, doi = {10.3969/j.issn.1672-5603.2010.10.038}}',
    '陈建军. 从数字地球到智慧地球[J/OL]. 国土资源导刊, 2010, 7(10): 93[2013-03-20]. http://d.g.wanfangdata.com.cn/Periodical_hunandz201010038.aspx. DOI: 10.3969/j.issn.1672-5603.2010.10.038.',
  ],
  [
    '@article{a, author = {Des Marais, D. J. and Strauss, H. and Summons, R. E. and others}, title = {Carbon isotope evidence for the stepwise oxidation of the Proterozoic environment}, journal = {Nature}, year = {1992}, volume = {359}, pages = {605--609}}',
    'DES MARAIS D J, STRAUSS H, SUMMONS R E, et al. Carbon isotope evidence for the stepwise oxidation of the Proterozoic environment[J]. Nature, 1992, 359: 605-609.',
  ],
  [
    '@article{a, author = {丁文详}, title = {数字革命与竞争国际化}, journaltitle = {中国青年报}, date = {2000-11-20}, pages = {15}, entrysubtype = {newspaper}}',
    '丁文详. 数字革命与竞争国际化[N]. 中国青年报, 2000-11-20(15).',
  ],
  [
    '@newspaper{a, author = {傅刚 and 赵承 and 李佳路}, title = {大风沙过后的思考}, journal = {北京青年报}, date = {2000-01-12}, urldate = {2005-09-28}, url = {http://www.bjyouth.com.cn/Bqb/20000412/GB/4216%5ED0412B1401.htm}}',
    '傅刚, 赵承, 李佳路. 大风沙过后的思考[N/OL]. 北京青年报, 2000-01-12[2005-09-28]. http://www.bjyouth.com.cn/Bqb/20000412/GB/4216%5ED0412B1401.htm.',
  ],
  [
    '@online{a, author = {萧钰}, title = {出版业信息化迈入快车道}, date = {2001-12-19}, urldate = {2002-04-15}, url = {http://www.creader.com/news/20011219/200112190019.html}}',
    '萧钰. 出版业信息化迈入快车道[EB/OL]. (2001-12-19)[2002-04-15]. http://www.creader.com/news/20011219/200112190019.html.',
  ],
  [
    '@online{a, title = {PACS-L: the public-access computer systems forum}, location = {Houston, Tex}, publisher = {University of Houston Libraries}, year = {1989}, urldate = {1995-05-17}, url = {http://info.lib.uh.edu/pacsl.html}}',
    'PACS-L: the public-access computer systems forum[EB/OL]. Houston, Tex: University of Houston Libraries, 1989[1995-05-17]. http://info.lib.uh.edu/pacsl.html.',
  ],
  [
    '@misc{a, author = {{北京市人民政府办公厅}}, title = {关于转发北京市企业投资项目核准暂行实施办法的通知: 京政办发〔2005〕37号}, mark = {A}, date = {2005-07-12}, urldate = {2011-07-12}, url = {http://china.findlaw.cn/fagui/p_1/39934.html}}',
    '北京市人民政府办公厅. 关于转发北京市企业投资项目核准暂行实施办法的通知: 京政办发〔2005〕37号[A/OL]. (2005-07-12)[2011-07-12]. http://china.findlaw.cn/fagui/p_1/39934.html.',
  ],
])('example of the standard: %s', (entry, expected) => {
  expect(format(entry)).toBe(expected)
})

describe.each([
  [
    'a thesis of biblatex',
    '@thesis{a, author = {王五}, title = {论文题目}, institution = {清华大学}, location = {北京}, date = {2019-06}}',
    '王五. 论文题目[D]. 北京: 清华大学, 2019.',
  ],
  [
    'a web page as @misc, read on the day of a note',
    '@misc{a, author = {萧钰}, title = {出版业}, year = {2001}, month = dec, day = {19}, howpublished = {\\url{http://www.creader.com/a_b.html}}, note = {Accessed: 2002-04-15}}',
    '萧钰. 出版业[EB/OL]. (2001-12-19)[2002-04-15]. http://www.creader.com/a_b.html.',
  ],
  [
    'a preprint of arXiv, in BibTeX',
    '@misc{a, author = {Ho, Jonathan and Jain, Ajay and Abbeel, Pieter}, title = {Denoising Diffusion Probabilistic Models}, year = {2020}, eprint = {2006.11239}, archivePrefix = {arXiv}, primaryClass = {cs.LG}}',
    'HO J, JAIN A, ABBEEL P. Denoising Diffusion Probabilistic Models[EB/OL]. (2020). https://arxiv.org/abs/2006.11239.',
  ],
  [
    'a preprint of arXiv, in biblatex',
    '@online{a, author = {Ho, Jonathan}, title = {Denoising}, date = {2020-06-19}, eprint = {2006.11239}, eprinttype = {arxiv}}',
    'HO J. Denoising[EB/OL]. (2020-06-19). https://arxiv.org/abs/2006.11239.',
  ],
  [
    'a preprint of arXiv as an article',
    '@article{a, author = {Ho, Jonathan}, title = {Denoising}, journal = {arXiv preprint arXiv:2006.11239}, year = {2020}}',
    'HO J. Denoising[EB/OL]. (2020). https://arxiv.org/abs/2006.11239.',
  ],
  [
    'a patent',
    '@patent{a, author = {张三}, title = {一种方法}, number = {CN1234567A}, year = {2006}, month = {1}, day = {2}}',
    '张三. 一种方法: CN1234567A[P]. 2006-01-02.',
  ],
  [
    'a standard',
    '@standard{a, title = {信息与文献 参考文献著录规则}, number = {GB/T 7714-2015}, publisher = {中国标准出版社}, address = {北京}, year = {2015}}',
    '信息与文献 参考文献著录规则: GB/T 7714-2015[S]. 北京: 中国标准出版社, 2015.',
  ],
  [
    'software',
    '@software{a, author = {{The Sage Developers}}, title = {SageMath}, version = {9.5}, year = {2022}, url = {https://www.sagemath.org}}',
    'The Sage Developers. SageMath: 9.5[CP/OL]. (2022). https://www.sagemath.org.',
  ],
  [
    'a data set',
    '@dataset{a, author = {LeCun, Yann}, title = {MNIST}, publisher = {NYU}, year = {1998}, url = {http://yann.lecun.com/exdb/mnist}}',
    'LECUN Y. MNIST[DS/OL]. NYU, 1998. http://yann.lecun.com/exdb/mnist.',
  ],
  [
    'a newspaper in BibTeX, known by its day',
    '@article{a, author = {丁文祥}, title = {数字革命与竞争国际化}, journal = {中国青年报}, year = 2000, month = nov, day = 20, pages = {15}}',
    '丁文祥. 数字革命与竞争国际化[N]. 中国青年报, 2000-11-20(15).',
  ],
  [
    'a part of an edited book',
    '@incollection{a, author = {Buseck, P. R. and Nord, G. L.}, title = {Subsolidus phenomena in pyroxenes}, editor = {Prewitt, C. T.}, booktitle = {Pyroxenes}, address = {Washington, D.C.}, publisher = {Mineralogical Society of America}, year = {c1980}, pages = {117--211}}',
    'BUSECK P R, NORD G L. Subsolidus phenomena in pyroxenes[M]//PREWITT C T. Pyroxenes. Washington, D.C.: Mineralogical Society of America, c1980: 117-211.',
  ],
  [
    'a translator',
    '@book{a, author = {昂温, G. and 昂温, P. S.}, title = {外国出版史}, translator = {谢远涛}, address = {北京}, publisher = {中国书籍出版社}, year = {1988}}',
    '昂温 G, 昂温 P S. 外国出版史[M]. 谢远涛, 译. 北京: 中国书籍出版社, 1988.',
  ],
  [
    'an edition',
    '@book{a, author = {Knuth, D. E.}, title = {Art}, edition = {4}, year = {1997}}',
    'KNUTH D E. Art[M]. 4th ed. 1997.',
  ],
  [
    'a Chinese edition',
    '@book{a, author = {华罗庚}, title = {数论}, edition = {第四版}, year = {1997}}',
    '华罗庚. 数论[M]. 4版. 1997.',
  ],
  [
    'a first edition',
    '@book{a, author = {Knuth, D. E.}, title = {Art}, edition = {First}, year = {1997}}',
    'KNUTH D E. Art[M]. 1997.',
  ],
  [
    'a revised edition',
    '@book{a, author = {Knuth, D. E.}, title = {Art}, edition = {Rev.}, year = {1997}}',
    'KNUTH D E. Art[M]. Rev. ed. 1997.',
  ],
  [
    'a volume',
    '@book{a, author = {Knuth, D. E.}, title = {Art}, volume = {2}, year = {1997}}',
    'KNUTH D E. Art: Vol. 2[M]. 1997.',
  ],
  [
    'a Chinese volume',
    '@book{a, author = {华罗庚}, title = {高等数学引论}, volume = {1}, year = {1963}}',
    '华罗庚. 高等数学引论: 第1卷[M]. 1963.',
  ],
  [
    'a volume of a series',
    '@book{a, author = {Hartshorne, Robin}, title = {Algebraic Geometry}, series = {Graduate Texts in Mathematics}, volume = {52}, year = {1977}}',
    'HARTSHORNE R. Algebraic Geometry: Graduate Texts in Mathematics, Vol. 52[M]. 1977.',
  ],
  [
    'the number of a report',
    '@techreport{a, author = {Calkin, D.}, title = {A framework}, number = {RMRS-GTR-262}, institution = {USDA}, year = {2011}, pages = {8--9}}',
    'CALKIN D. A framework: RMRS-GTR-262[R]. USDA, 2011: 8-9.',
  ],
  [
    'an article number',
    '@article{a, author = {Newman, M. E. J.}, title = {Mixing}, journal = {Physical Review E}, year = {2003}, volume = {67}, number = {2}, eid = {026126}}',
    'NEWMAN M E J. Mixing[J]. Physical Review E, 2003, 67(2): 026126.',
  ],
  [
    'a name with particles',
    '@book{a, author = {van der Berg, Pieter}, title = {Art}, year = {1997}}',
    'VAN DER BERG P. Art[M]. 1997.',
  ],
  [
    'an author in Japanese order, without a comma',
    '@book{a, author = {田中 一郎}, title = {数学の本}, year = {2000}}',
    '田中一郎. 数学の本[M]. 2000.',
  ],
  [
    'a DOI as a URL',
    '@article{a, author = {Wang, A.}, title = {T}, journal = {J}, year = {2001}, doi = {https://doi.org/10.1000/xyz}}',
    'WANG A. T[J]. J, 2001. DOI: 10.1000/xyz.',
  ],
  [
    'a range of years',
    '@mvbook{a, author = {Knuth, D. E.}, title = {TAOCP}, date = {1968/2011}}',
    'KNUTH D E. TAOCP[M]. 1968-2011.',
  ],
  [
    'a twelfth edition',
    '@book{a, author = {Knuth, D. E.}, title = {Art}, edition = {12}, year = {1997}}',
    'KNUTH D E. Art[M]. 12th ed. 1997.',
  ],
  [
    'an edition that is not a number',
    '@manual{a, title = {Reference}, organization = {Sage}, edition = {v9}, year = {2020}}',
    'Reference[R]. v9. Sage, 2020.',
  ],
  [
    'a range with a dash',
    '@article{a, author = {Wang, A.}, title = {T}, journal = {J}, year = {2001}, pages = {2063–2064}}',
    'WANG A. T[J]. J, 2001: 2063-2064.',
  ],
  [
    'a Chinese name in two parts',
    '@book{a, author = {华, 罗庚}, title = {数论}, year = {1997}}',
    '华罗庚. 数论[M]. 1997.',
  ],
  [
    'two of more authors',
    '@book{a, author = {Knuth, D. E. and others}, title = {Art}, year = {1997}}',
    'KNUTH D E, et al. Art[M]. 1997.',
  ],
  [
    'two of more Chinese authors',
    '@book{a, author = {华罗庚 and others}, title = {数论}, year = {1997}}',
    '华罗庚, 等. 数论[M]. 1997.',
  ],
])('%s', (_, entry, expected) => {
  test('is printed with everything that the standard asks for', () => {
    expect(format(entry)).toBe(expected)
  })

  test('does not depend on the language of the article', () => {
    expect(format(entry, 'en')).toBe(expected)
  })
})

test('a Chinese work in an English article has a full stop after the authors', () => {
  const entry = '@book{a, author = {甲一 and 乙二 and 丙三 and 丁四}, title = {蓝田}, year = {2002}}'
  expect(format(entry, 'en')).toBe('甲一, 乙二, 丙三, 等. 蓝田[M]. 2002.')
})

test.each([
  [['a', 'b', 'c'].map((key) => ({ key })), '[1-3]'],
  [['a', 'c'].map((key) => ({ key })), '[1,3]'],
  [[{ key: 'a', locator: 'p. 5' }], '[1, p. 5]'],
  [
    [
      { key: 'a', locator: 'p. 5' },
      { key: 'b', locator: '第 7 页' },
    ],
    '[1, p. 5; 2, 第 7 页]',
  ],
  [[{ key: 'a' }, { key: 'c', locator: 'p. 5' }], '[1; 3, p. 5]'],
])('works are cited together as numbers: %j', (cluster, expected) => {
  const entries = ['a', 'b', 'c'].map((key) => `@book{${key}, title = {${key}}}`).join('\n')
  const all = ['a', 'b', 'c'].map((key) => [{ key }])
  const { clusters } = readBibliography(entries, '').format([...all, cluster], {
    style: 'gb-t-7714',
    lang: 'en',
  })
  expect(clusters[3]).toBe(expected)
})
