// A video is loaded from elsewhere only when the reader asks for it. Without this script the
// link leads to the video's own page.

const PLAYERS = new Set(["www.youtube-nocookie.com", "player.vimeo.com"]);

function player(address, title) {
  const frame = document.createElement("iframe");
  frame.src = address;
  frame.title = title;
  frame.allow = "autoplay; picture-in-picture";
  frame.allowFullscreen = true;
  frame.referrerPolicy = "strict-origin-when-cross-origin";
  frame.className = "video-frame";
  return frame;
}

function play(event) {
  // A click with a key pressed opens another tab or window: that stays the browser's.
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const link = event.currentTarget;
  const address = new URL(link.dataset.embed);
  if (!PLAYERS.has(address.host)) return;
  event.preventDefault();
  address.searchParams.set("autoplay", "1");
  const frame = player(address.href, link.dataset.title);
  link.replaceWith(frame);
  frame.focus();
}

for (const link of document.querySelectorAll("a[data-embed]")) {
  link.addEventListener("click", play);
}
