import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// The pages are built into var/web, from where the server hands them out. While they are worked on, Vite serves them and
// asks the server named by PEJL_SERVER for the data.
export default defineConfig({
  root: "src/web",
  publicDir: false,
  cacheDir: "../../var/vite",
  plugins: [react()],
  // The strict content policy allows neither inline script, inline style nor files hidden in addresses.
  build: { outDir: "../../var/web", emptyOutDir: true, assetsInlineLimit: 0, chunkSizeWarningLimit: 700 },
  server: { proxy: { "/api": process.env.PEJL_SERVER ?? "http://127.0.0.1:3000" } },
});
