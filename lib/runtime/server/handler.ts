import type { IncomingMessage, ServerResponse } from 'node:http'

/** Responds to a request. The functions of this folder wrap one handler in another. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => unknown
