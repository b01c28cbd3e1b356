import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Refused } from "./client.ts";
import { Dressed } from "./frame/dressed.tsx";
import { heedRefusal } from "./frame/queries.ts";
import { router } from "./router.tsx";
import "./parts/base.css";

const onError = (error: Error) => heedRefusal(queries, error);
const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // What the server refuses it refuses again; only silence is worth asking twice.
      retry: (times, error) => times < 1 && error instanceof Refused && error.status === 0,
    },
  },
});

const page = document.getElementById("page");
if (page === null) throw new Error("index.html has no #page");
createRoot(page).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <Dressed>
        <RouterProvider router={router} />
      </Dressed>
    </QueryClientProvider>
  </StrictMode>,
);
