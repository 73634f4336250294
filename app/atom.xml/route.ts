import { answerFeed } from '@/lib/feed/answer'

export const GET = (request: Request): Promise<Response> => answerFeed(request, { kind: 'site' }, 'atom.xml')
