/* Two windows of one person on the same edition know of each other: both say so. */
(function () {
  "use strict";

  const form = document.getElementById("edition-form");
  if (!form || !window.LantaiLocal || !window.BroadcastChannel) return;
  const EVERY = 15000; // milliseconds: a window that died is forgotten
  const { tab, mine } = LantaiLocal;
  const channel = new BroadcastChannel(mine);
  const notice = document.createElement("p");
  let others = new Set();
  notice.className = "two-windows";
  notice.setAttribute("role", "status");
  notice.hidden = true;
  form.prepend(notice);

  function tell() {
    notice.hidden = !others.size;
    notice.textContent = others.size ? "您在另一个窗口也打开着这一稿：请只在一个窗口中写。" : "";
  }

  const say = (kind, facts) => channel.postMessage({ kind, tab, ...facts });
  channel.onmessage = ({ data }) => {
    if (data.tab === tab) return;
    if (data.kind === "gone") others.delete(data.tab);
    else others.add(data.tab);
    if (data.kind === "hello") say("here");
    if (data.kind === "saved") form.dispatchEvent(new CustomEvent("lantai:saved-elsewhere"));
    tell();
  };

  function ask() {
    others = new Set();
    say("hello");
    setTimeout(tell, 500);
  }

  window.addEventListener("pagehide", () => say("gone"));
  window.addEventListener("pageshow", ask);
  setInterval(ask, EVERY);

  window.LantaiWindows = { alone: () => !others.size, saved: () => say("saved") };
})();
