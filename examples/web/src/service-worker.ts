// Keeps the built files, so that the page opens without a network after the first load. The build fills in the two
// names below.
declare const __FILES__: string[];
declare const __VERSION__: string;

const worker = self as unknown as ServiceWorkerGlobalScope;
const files = __FILES__;
const store = `qoldau-${__VERSION__}`;

worker.addEventListener("install", (event) => {
  // Past the browser's own cache: the files must be those of this version.
  const requests = files.map((file) => new Request(file, { cache: "reload" }));
  event.waitUntil(caches.open(store).then((cache) => cache.addAll(requests)));
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(forgetOlderVersions().then(() => worker.clients.claim()));
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== worker.location.origin) return;
  event.respondWith(answer(request));
});

async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(store);
  const page = request.mode === "navigate" ? "./" : request;
  // The files are the same whoever asks, whatever a server says of what its answers vary with.
  return (await cache.match(page, { ignoreSearch: true, ignoreVary: true })) ?? fetch(request);
}

async function forgetOlderVersions(): Promise<void> {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith("qoldau-") && name !== store);
  await Promise.all(older.map((name) => caches.delete(name)));
}
