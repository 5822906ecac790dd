/** What the screens use of preact; ours, so that checking types needs TypeScript alone. */
export type VNode = { readonly type: unknown; readonly props: object };
export type Child = VNode | string | number | bigint | boolean | null | undefined | readonly Child[] | { readonly value: unknown };
export function h(type: unknown, props?: object | null, ...children: Child[]): VNode;
export function render(tree: Child, into: Element): void;
export const Fragment: (props: { children?: Child }) => Child;
