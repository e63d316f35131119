import { createHash } from "node:crypto";
import { reportStyle } from "qoldau";
import { defineConfig, type Plugin } from "vite";

// Scripts are ours, WebAssembly may be compiled, and the one style that is not a file of ours is that of the report,
// which is shown in a frame. Nothing may be sent anywhere else.
const policy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  `style-src 'self' ${reportStyle().sha256}`,
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

const statePolicy: Plugin = {
  name: "state-content-security-policy",
  apply: "build",
  transformIndexHtml: () => [
    {
      tag: "meta",
      attrs: { "http-equiv": "Content-Security-Policy", content: policy },
      injectTo: "head-prepend",
    },
  ],
};

// The service worker keeps every built file; its name for them changes when one of them does.
const listFilesForOffline: Plugin = {
  name: "list-files-for-offline",
  apply: "build",
  enforce: "post",
  generateBundle(_options, bundle) {
    const worker = bundle["service-worker.js"];
    if (worker?.type !== "chunk") throw new Error("the build has no service worker");
    const hash = createHash("sha256");
    const files = Object.values(bundle).filter((file) => file !== worker);
    for (const file of files) hash.update(file.type === "chunk" ? file.code : file.source);
    const names = files.map((file) => file.fileName).filter((name) => name !== "index.html");
    const kept = ["./", "./manifest.webmanifest", "./icon.svg", ...names.map((name) => `./${name}`)];
    worker.code = worker.code
      .replace("__FILES__", JSON.stringify(kept))
      .replace("__VERSION__", JSON.stringify(hash.digest("hex").slice(0, 16)));
  },
};

export default defineConfig({
  base: "./",
  plugins: [statePolicy, listFilesForOffline],
  server: { fs: { allow: ["../.."] } },
  build: {
    target: "es2023",
    outDir: "../../target/web",
    emptyOutDir: true,
    // The page starts with one script; a polyfill would be one more, and small files would become `data:` addresses,
    // which the policy does not allow.
    modulePreload: false,
    assetsInlineLimit: 0,
    rollupOptions: {
      input: { index: "index.html", "service-worker": "src/service-worker.ts" },
      output: {
        entryFileNames: (chunk) =>
          chunk.name === "service-worker" ? "service-worker.js" : "assets/[name]-[hash].js",
      },
    },
  },
});
