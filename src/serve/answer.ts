/** What a route answers: a value to be sent as JSON, or a refusal in one sentence. */
export type Answer =
  | { readonly status: 200; readonly body: unknown }
  | { readonly status: 400 | 403 | 404; readonly error: string };
