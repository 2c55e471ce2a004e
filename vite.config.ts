import { fileURLToPath } from 'node:url'
import preact from '@preact/preset-vite'
import { defineConfig } from 'vite'

/** Builds the page into dist/explorer/, which `chitieu serve` sends. Nothing is inlined: the server's policy runs only files of its own. */
export default defineConfig({
  root: fileURLToPath(new URL('src/explorer/', import.meta.url)),
  plugins: [preact()],
  build: {
    outDir: fileURLToPath(new URL('dist/explorer', import.meta.url)),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
  },
})
