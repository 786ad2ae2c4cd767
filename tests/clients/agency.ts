// What openapi-typescript makes of the contract, at work: node agency.js URL TOKEN.
import createClient, { type Client } from "openapi-fetch";
import type { components, paths } from "./contract.js";

declare const process: { argv: string[] };

type Schemas = components["schemas"];
type Answer<T> = { data?: T; error?: Schemas["Problem"]; response: Response };

const [url, admin] = process.argv.slice(2) as [string, string];
const report = "typescript-2030";
const section = { report, section: "obj-06" };

function client(token: string): Client<paths> {
  return createClient<paths>({ baseUrl: url, headers: { Authorization: `Bearer ${token}` } });
}

// The answer of a request that was carried out.
async function done<T>(answer: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await answer;
  if (data === undefined) throw new Error(`${response.status}: ${JSON.stringify(error)}`);
  return data;
}

function check(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

const root = client(admin);

async function person(user: string, post: Schemas["NewPost"]): Promise<Client<paths>> {
  const path = { user };
  await done(root.POST("/v1/users", { body: { id: user, name: user } }));
  await done(root.POST("/v1/users/{user}/posts", { params: { path }, body: post }));
  const made = await done(root.POST("/v1/users/{user}/tokens", { params: { path }, body: { label: "test" } }));
  return client(made.secret);
}

async function act(who: Client<paths>, body: Schemas["NewTransition"]): Promise<Schemas["State"]> {
  const made = await done(
    who.POST("/v1/reports/{report}/sections/{section}/transitions", { params: { path: section }, body }),
  );
  return made.now.state;
}

await done(root.POST("/v1/agencies", { body: { id: "typescript", title: { en: "Agency" } } }));
const head = await person("typescript-head", { role: "head", agency: "typescript" });
const coordinator = await person("typescript-coordinator", { role: "coordinator" });
const ministry = await person("typescript-ministry", { role: "reviewer", step: "foreign-ministry" });

await done(
  coordinator.POST("/v1/reports", {
    body: {
      id: report,
      format: "gcm-imrf",
      country: "TKM",
      title: { en: "Report" },
      forum_date: "2030-05-07",
      languages: ["en"],
      source_language: "en",
    },
  }),
);
const there = await coordinator.GET("/v1/reports/{report}/sections/{section}", { params: { path: section } });
await done(
  coordinator.PATCH("/v1/reports/{report}/sections/{section}", {
    params: { path: section, header: { "If-Match": there.response.headers.get("ETag") ?? "" } },
    headers: { "Content-Type": "application/merge-patch+json" },
    body: { lead: "typescript" },
  }),
);

const text = "Every case is referred. Ýagdaý. Случай.";
const path = { ...section, language: "en" };
const saved = await done(
  head.PUT("/v1/reports/{report}/sections/{section}/texts/{language}", {
    params: { path, header: { "If-None-Match": "*" } },
    body: { markdown: text },
  }),
);
check(saved.revision === 1, "it is the first revision");
const read = await done(head.GET("/v1/reports/{report}/sections/{section}/texts/{language}", { params: { path } }));
check(typeof read !== "string" && read.markdown === text, "the text is what was saved");

await act(head, { action: "submit", revisions: { en: 1 } });
await act(coordinator, { action: "approve", revisions: { en: 1 } });
check((await act(ministry, { action: "approve", revisions: { en: 1 } })) === "approved", "it is approved");
const refused = await head.POST("/v1/reports/{report}/sections/{section}/transitions", {
  params: { path: section },
  body: { action: "submit" },
});
check(refused.error?.code === "wrong_state", "a second time is refused");

const status = await done(coordinator.GET("/v1/reports/{report}/status", { params: { path: { report } } }));
check(typeof status !== "string" && status.counts.approved === 1, "the status counts it");
const document = await coordinator.GET("/v1/reports/{report}/document.docx", {
  params: { path: { report } },
  parseAs: "arrayBuffer",
});
const bytes = new Uint8Array((document.data ?? new ArrayBuffer(0)) as ArrayBuffer);
check(bytes[0] === 0x50 && bytes[1] === 0x4b, "the document is a DOCX");
console.log(`openapi-typescript: a report written, approved and read; ${bytes.length.toLocaleString("en")} bytes of DOCX`);
