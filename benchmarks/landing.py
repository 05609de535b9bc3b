"""How heavy and how fast the landing page is on a slow phone, beside a bare page of the same front end (the 404 page).

    python benchmarks/landing.py http://localhost:8000

Chromium with its processor slowed 4 times, 150 ms round trips, 1.6 Mbit/s down. Medians of five fresh contexts. Prints
KiB transferred, largest contentful paint, and when the server's answer to the (empty) box is on screen, asked again and
again from the first paint on; times count from the start of navigation. Websocket frames may outrun the throttle.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import time
from dataclasses import dataclass

from playwright.sync_api import Browser, CDPSession, sync_playwright

ROUNDS = 5
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
LCP = """new Promise(done => new PerformanceObserver(seen => done(seen.getEntries().at(-1).startTime))
.observe({type: 'largest-contentful-paint', buffered: true}))"""
SEND_EARLY = """
addEventListener('submit', event => event.preventDefault(), true);  // a page half awake would be left for `/?prompt=`
const timer = setInterval(() => {
  const box = document.getElementById('prompt');
  const answer = document.getElementById('prompt-problem');
  if (answer && answer.textContent) {
    window.__answered = performance.now();
    clearInterval(timer);
  } else if (box) {
    box.form.requestSubmit();
  }
}, 50);
"""
TARGETS = {"KiB": 230, "LCP ms": 700, "answer ms": 1800}


@dataclass
class Seen:
    """One visit: KiB over the wire, milliseconds from the start of navigation."""

    kib: float
    paint: float
    answer: float


def throttled(page_session: CDPSession) -> None:
    """Make the browser a slow phone."""
    page_session.send("Network.enable")
    page_session.send("Network.emulateNetworkConditions", SLOW)
    page_session.send("Emulation.setCPUThrottlingRate", {"rate": 4})


def visit(browser: Browser, url: str, ask: bool) -> Seen:
    """Open the page in a fresh context; with `ask`, send the empty box until it answers."""
    context = browser.new_context(bypass_csp=True, viewport={"width": 390, "height": 844})
    page = context.new_page()
    session = context.new_cdp_session(page)
    received: list[float] = []
    session.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    throttled(session)
    if ask:
        page.add_init_script(SEND_EARLY)
    started = time.perf_counter()
    page.goto(url, wait_until="commit")
    answer = 0.0
    if ask:
        page.wait_for_function("window.__answered", timeout=20_000)
        answer = (time.perf_counter() - started) * 1000
    page.wait_for_load_state("load")
    page.wait_for_timeout(1500)
    seen = Seen(sum(received) / 1024, page.evaluate(LCP), answer)
    context.close()
    return seen


def median(visits: list[Seen]) -> Seen:
    """The median of each number."""
    return Seen(*(statistics.median(getattr(seen, name) for seen in visits) for name in ("kib", "paint", "answer")))


def main(address: str) -> None:
    """Measure and print."""
    with sync_playwright() as playwright:
        switches = ["--no-sandbox", "--disable-gpu"]
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=switches)
        landing = median([visit(browser, f"{address}/", ask=False) for _ in range(ROUNDS)])
        asked = median([visit(browser, f"{address}/", ask=True) for _ in range(ROUNDS)])
        bare = median([visit(browser, f"{address}/404", ask=False) for _ in range(ROUNDS)])
        browser.close()
    rows = [("KiB", landing.kib, bare.kib), ("LCP ms", landing.paint, bare.paint), ("answer ms", asked.answer, 0.0)]
    for name, ours, plain in rows:
        beside = f"  bare page {plain:7.0f}  ratio {ours / plain:.2f}" if plain else ""
        print(f"{name:10} {ours:7.0f}  target {TARGETS[name]:5}{beside}")


if __name__ == "__main__":
    main(sys.argv[1].rstrip("/") if len(sys.argv) > 1 else "http://localhost:8000")
