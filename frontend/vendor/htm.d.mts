type Tag<T> = (strings: TemplateStringsArray, ...values: unknown[]) => T;
declare const htm: { bind<T>(h: (type: unknown, props?: object | null, ...children: never[]) => T): Tag<T> };
export default htm;
