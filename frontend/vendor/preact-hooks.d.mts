/** What the screens use of preact's hooks. */
export function useEffect(run: () => void | (() => void), inputs?: readonly unknown[]): void;
export function useLayoutEffect(run: () => void | (() => void), inputs?: readonly unknown[]): void;
export function useRef<T>(first: T | null): { current: T | null };
export function useState<T>(first: T | (() => T)): [T, (next: T | ((was: T) => T)) => void];
export function useMemo<T>(make: () => T, inputs: readonly unknown[]): T;
export function useId(): string;
