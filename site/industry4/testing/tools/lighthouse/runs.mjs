// Runs Lighthouse on pages, again and again, in one Chromium. The one argument is JSON:
// { chromium: path, flags: [...], categories: [...], addresses: [...] }
// Prints a line of JSON a run: what it found, without what only a person would look at.
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const TRIES = 4; // now and then Chromium's trace comes back empty

const { chromium, flags, categories, addresses } = JSON.parse(process.argv[2]);
const chrome = await launch({ chromePath: chromium, chromeFlags: flags });

async function measure(address) {
  for (let tries = 1; ; tries++) {
    const options = { port: chrome.port, logLevel: "silent", onlyCategories: categories };
    const result = await lighthouse(address, options).catch((error) => error);
    const failure = result instanceof Error ? result : result.lhr.runtimeError;
    if (!failure) return result.lhr;
    if (tries === TRIES) throw new Error(`${address}: ${failure.code} ${failure.message}`);
  }
}

function summary(address, { categories: scored, audits }) {
  const requests = audits["network-requests"].details.items;
  return {
    address,
    scores: Object.fromEntries(Object.values(scored).map(({ id, score }) => [id, score * 100])),
    lcp: audits["largest-contentful-paint"].numericValue / 1000,
    cls: audits["cumulative-layout-shift"].numericValue,
    tbt: audits["total-blocking-time"].numericValue,
    requests: requests.map(({ url, mimeType, transferSize }) => ({ url, mimeType, transferSize })),
    failed: Object.values(scored).flatMap(({ id, auditRefs }) =>
      auditRefs
        .filter(({ weight, id: audit }) => weight && audits[audit].score !== null && audits[audit].score < 0.9)
        .map(({ id: audit }) => `${id}: ${audits[audit].title}`),
    ),
  };
}

try {
  for (const address of addresses) {
    console.log(JSON.stringify(summary(address, await measure(address))));
  }
} finally {
  chrome.kill();
}
