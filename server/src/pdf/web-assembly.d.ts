// What is used of it: neither the types of Node nor those of the language have it, and those of a browser do not belong here.
declare const WebAssembly: {
  instantiate(module: Uint8Array): Promise<{ readonly instance: { readonly exports: unknown } }>;
};
