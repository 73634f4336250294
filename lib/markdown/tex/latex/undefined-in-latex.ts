import { operatorNames } from './operators'

/**
 * Commands of KaTeX that LaTeX with amsmath and amssymb lacks, so that authors may define them with `\newcommand`. Recorded
 * from pdflatex with `\ifcsname`, for each name in the registries of KaTeX 0.19. `\href` and `\htmlClass` are left out,
 * because numbers use them.
 */
const names = new Set(
  (
    'Alpha Beta Bra Braket Chi Colonapprox Coloneq Coloneqq Colonsim Complex Dagger Darr Epsilon Eqcolon Eqqcolon ' +
    'Eta Harr Iota KaTeX Kappa Ket Larr Lrarr Mu N Nu Omicron Overrightarrow R Rarr Reals Rho Set Tau Uarr Z Zeta ' +
    'alef alefsym angl angln approxcolon approxcoloncolon arcctg arctg argmax argmin bcancel blue blueA blueB ' +
    'blueC blueD blueE bm bra braket bull cancel ch clubs cnums colonapprox coloncolon coloncolonapprox ' +
    'coloncolonequals coloncolonminus coloncolonsim coloneq coloneqq colonequals colonminus colonsim color ' +
    'colorbox cosec cotg ctg cth dArr darr dblcolon degree diamonds dotsx eqcolon eqqcolon equalscolon ' +
    'equalscoloncolon exist fcolorbox goldA goldB goldC goldD goldE gray grayA grayB grayC grayD grayE grayF ' +
    'grayG grayH grayI green greenA greenB greenC greenD greenE gt hArr harr hdashline hearts image imageof ' +
    'includegraphics infin isin kaBlue kaGreen ket lArr lBrace lang larr llbracket lparen lrArr lrarr lt mapsfrom ' +
    'maroonA maroonB maroonC maroonD maroonE mathclap mathllap mathreflectbox mathrlap mathscr mathsfit mintA ' +
    'mintB mintC minuscolon minuscoloncolon minuso natnums notni oiiint oiint omicron orange ordinarycolon origof ' +
    'overbracket overgroup overleftharpoon overlinesegment overrightharpoon phase pink plim plusmn purple purpleA ' +
    'purpleB purpleC purpleD purpleE rArr rBrace rang rarr ratio real reals red redA redB redC redD redE ' +
    'reflectbox rparen rrbracket sdot sect set sh simcolon simcoloncolon sixptsize sout spades sub sube supe ' +
    'tealA tealB tealC tealD tealE textcolor tg thetasym uArr uarr underbracket undergroup underlinesegment ' +
    'utilde varvdots vcentcolon weierp widecheck xLeftarrow xLeftrightarrow xRightarrow xcancel xhookleftarrow ' +
    'xhookrightarrow xleftequilibrium xleftharpoondown xleftharpoonup xleftrightarrow xleftrightharpoons ' +
    'xlongequal xmapsto xrightequilibrium xrightharpoondown xrightharpoonup xrightleftarrows xrightleftharpoons ' +
    'xtofrom xtwoheadleftarrow xtwoheadrightarrow'
  ).split(' '),
)

/** Commands of other packages that this folder or mhchem adds. */
const ofPackages = new Set([
  ...operatorNames,
  ...(
    'abs argmax argmin bm ce DeclarePairedDelimiter DeclarePairedDelimiterX dv eqalign mathbbm mathds norm numberthis ' +
    'pdv pu shortintertext'
  ).split(' '),
])

/** Does LaTeX itself have no command of this name? */
export function latexLacks(name: string): boolean {
  return names.has(name.slice(1)) || ofPackages.has(name.slice(1))
}
