/** What the screens use of @fluent/bundle. */
export class FluentResource { constructor(source: string); readonly body: readonly { readonly id: string }[] }
export class FluentBundle {
  constructor(locales: string | string[], options?: { useIsolating?: boolean });
  addResource(resource: FluentResource): Error[];
  getMessage(id: string): { value: unknown } | undefined;
  formatPattern(pattern: unknown, args?: Record<string, unknown> | null, errors?: Error[] | null): string;
}
