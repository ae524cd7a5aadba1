/* What is typed is kept every few seconds: at the server, and in this browser until the server has
   confirmed it. */
(function () {
  "use strict";

  const form = document.getElementById("edition-form");
  if (!form || !form.dataset.working) return;
  const EVERY = 2500; // milliseconds: with the time a request takes, less than five seconds
  const BEAT = 15000;
  const PATIENCE = 8000; // a server that does not answer is away
  const said = document.getElementById("unsaved");
  const { boxes, boxOf, notice } = LantaiComingBack;
  const read = (name) => JSON.parse(document.getElementById(name).textContent);
  const dirty = new Set();
  const fresh = new Set(); // changed since this browser kept them last
  const touched = new Set(); // everything changed here since the page was opened
  const since = new Map(); // when the server kept the copy that this window knows
  const offered = new Map(); // a copy of the server's that she has neither taken nor left
  const heard = new Map(); // the revision that the server told last
  const unsure = new Set(); // sent, and never answered: the server may have it
  let away = false;
  let ended = false; // the session, not the server
  let renewed = false; // the page has just got a new token
  let signedOut = false; // nothing is left in this browser
  let leaving = false; // she pressed 退出; whoever types on has stayed
  let sending = null;

  const keyOf = (box) => box.dataset.box;

  /** The fields of a box by their short names; hidden and closed ones are not sent. */
  function fieldsOf(box) {
    if (keyOf(box) === "order") return { order: form.elements.order.value.trim(), before: form.elements["order-seen"].value.trim() };
    LantaiEditor.save();
    const fields = {};
    for (const field of box.querySelectorAll("input, textarea, select")) {
      if (!field.name || field.form !== form || field.disabled || ["file", "radio"].includes(field.type)) continue;
      if (field.type === "hidden" && field.name !== "attachment-order") continue;
      if (field.type === "checkbox" && !field.checked) continue; // 删去 is said, or nothing
      if (/^attachment-/.test(field.name) && field.value === field.defaultValue && field.type === "text") continue;
      fields[field.name.replace(/^(part-[a-z0-9]{6}|head|new-\d+)-/, "")] = field.value;
    }
    return fields;
  }

  function seenOf(box) {
    const field = box.querySelector("input[name$='-seen']");
    return field ? Number(field.value) : 0;
  }

  /** Every box with unsent words, put into this browser's store; stored: whether that worked. */
  function collect(unsent = dirty, more = {}) {
    const found = boxes().filter((box) => unsent.has(keyOf(box))).map((box) => ({
      key: keyOf(box), seen: seenOf(box), fields: fieldsOf(box), at: LantaiLocal.now(), ...more,
    }));
    fresh.clear();
    const stored = found.map((copy) => !signedOut && !leaving && LantaiLocal.store(copy)).every(Boolean);
    return { found, stored };
  }

  const openKeys = () => boxes().filter((box) => box.querySelector(".cke_editable")).map(keyOf);

  function withSince(copy) {
    const { at, ...rest } = copy;
    const alone = !window.LantaiWindows || LantaiWindows.alone();
    if (unsure.has(copy.key) && alone) return rest;
    return { ...rest, since: since.get(copy.key) || (alone && offered.has(copy.key) && offered.get(copy.key).at) || form.dataset.now };
  }

  function send(found, gone) {
    return fetch(form.dataset.working, {
      method: "POST",
      keepalive: Boolean(gone), // she may leave the page at once; without words it is small enough
      credentials: "same-origin",
      redirect: "manual", // a session that ended leads to the sign-in page
      signal: AbortSignal.timeout(PATIENCE),
      headers: { "Content-Type": "application/json", "X-CSRFToken": form.elements.csrfmiddlewaretoken.value },
      body: JSON.stringify({ boxes: found.map(withSince), open: openKeys(), gone: gone || [] }),
    }).then((answer) => {
      if (answer.type === "opaqueredirect" || answer.status === 403) return LantaiSignedOut.look(PATIENCE).then((how) => ({ how }));
      if (answer.status === 404) return { how: "gone" };
      if (answer.status >= 500) throw new Error(String(answer.status));
      return answer.json();
    });
  }

  /** Send what is new. Resolves to whether the server answered this person. */
  function beat() {
    const { found, stored } = collect(); // before all else: the server may hang
    if (sending) return sending;
    const keys = found.map((copy) => copy.key);
    for (const key of keys) dirty.delete(key);
    sending = send(found)
      .then((answer) => {
        if (answer.how) return refusedSession(answer.how, keys, stored);
        away = ended = renewed = signedOut = false;
        settle(answer, found);
        show(answer, keys.length > 0);
        return true;
      })
      .catch(() => {
        away = true;
        renewed = false;
        for (const key of keys) unsure.add(key);
        again(keys);
        if (keys.length) said.textContent = `连不上服务器，${whereKept(stored)}`;
        return false;
      })
      .finally(() => {
        sending = null;
      });
    return sending;
  }

  function again(keys) {
    for (const key of keys) dirty.add(key);
  }

  const whereKept = (stored) => (stored ? "您写的内容暂存在本机浏览器中" : "您写的内容没能暂存：请先把文字复制出来");

  /** The token was an old one ("same"), or nobody is signed in any more, or somebody else. */
  function refusedSession(how, keys, stored) {
    away = true;
    ended = how === "ended" || how === "other";
    renewed = how === "same";
    again(keys);
    if (renewed) return false; // with her new token the next beat goes through
    if (how === "gone") said.textContent = `这一稿已不在，或您已不能修改它${keys.length ? `；${whereKept(stored)}` : ""}`;
    else LantaiSignedOut.tell(said, how, keys.length ? `；${whereKept(stored)}` : "");
    return false;
  }

  /** What the server has need not be kept here; what it did not take says why in its box. */
  function settle(answer, found) {
    for (const copy of found) {
      const at = (answer.kept || {})[copy.key];
      const other = (answer.elsewhere || {})[copy.key];
      unsure.delete(copy.key);
      clearNote(copy.key);
      if (at) {
        since.set(copy.key, at);
        LantaiLocal.confirmed(copy.key, copy.at);
      } else if (other) {
        LantaiLocal.store({ ...copy, apart: true });
        note(copy.key, `您在另一个窗口也${copy.key === "order" ? "排了顺序：这里排的" : "写了这一部分：这里新写的"}只暂存在本机浏览器中。`, [["以这里的为准", () => prefer(copy.key, other)]]);
      } else {
        note(copy.key, `没有暂存到服务器。${(answer.why || {})[copy.key] || answer.refused}。`, []);
      }
    }
  }

  function prefer(key, other) {
    since.set(key, other);
    dirty.add(key);
    beat();
  }

  function note(key, sentence, buttons) {
    const box = boxOf(key);
    if (box) notice(box, sentence, buttons).dataset.notKept = key;
  }

  function clearNote(key) {
    for (const line of form.querySelectorAll(`[data-not-kept="${key}"]`)) line.remove();
  }

  function show(answer, wasKept) {
    if (answer.refused) said.textContent = answer.refused;
    else if (wasKept) said.textContent = `已暂存 ${answer.at}，还没有保存`;
    else if (said.querySelector("a")) said.textContent = "已重新登录，可以继续";
    for (const line of form.querySelectorAll("[data-people]")) {
      const key = line.dataset.people;
      const names = (answer.people || []).filter((one) => one[1] === key).map((one) => one[0]);
      line.textContent = names.length ? `${names.join("、")}正在这里` : "";
    }
    for (const box of boxes()) {
      const key = keyOf(box);
      const now = (answer.revisions || {})[key] || 0;
      if (now > (heard.get(key) || seenOf(box)) && touched.has(key)) dirty.add(key); // or dropped with it
      heard.set(key, now);
      box.classList.toggle("newer", now > seenOf(box));
    }
  }

  /** She writes in a box and has not taken what was offered there: the server will have her new words,
      so this browser keeps the others, to be offered again. */
  function passOver(key) {
    if (!touched.has(key) && offered.has(key)) offered.get(key).name = LantaiLocal.setAside(offered.get(key));
  }

  function take(copy, box, was) {
    touched.add(copy.key);
    LantaiEdition.fill(box, copy);
    if (!was.name && was.key === copy.key) since.set(copy.key, copy.at);
    dirty.add(copy.key);
    if (was.name) {
      if (LantaiLocal.store({ ...copy, at: LantaiLocal.now() })) LantaiLocal.forget(was.name);
    } else if (was.key !== copy.key) drop(was); // it is a new part now
  }

  function drop(copy) {
    if (copy.name) return LantaiLocal.forget(copy.name);
    offered.delete(copy.key);
    return send([], [copy.key]).catch(() => {});
  }

  /** Alike, however the editor or the server parts blocks into lines. */
  const inOneLine = (value) => value.replace(/>\n+</g, "><").trim();
  const wordsOf = (copy) => JSON.stringify([copy.key, ...Object.entries(copy.fields).map(([name, value]) => [name, inOneLine(value)]).sort()]);

  /** The server's copies, and this browser's where they say something else and are newer or stood apart. */
  function offerAll() {
    const kept = read("working-copies");
    const older = (copy) => !copy.apart && kept.some((one) => one.key === copy.key && Date.parse(one.at) >= Date.parse(copy.at));
    for (const copy of LantaiLocal.all()) {
      if (kept.some((one) => wordsOf(one) === wordsOf(copy))) LantaiLocal.forget(copy.name);
    }
    for (const copy of kept) offered.set(copy.key, copy);
    for (const box of sentBack()) touched.add(keyOf(box));
    LantaiComingBack.offer([...kept, ...LantaiLocal.all().filter((copy) => !older(copy))], { take, leave: drop });
  }

  /** The boxes whose fields hold what a refused saving sent. */
  const sentBack = () => form.querySelectorAll("[data-box][data-start-open], [data-box][data-typed]");

  /** A beat with all that there is now; once more where the first one only fetched a new token. */
  const answered = () => Promise.resolve(sending).then(beat).then((heard) => heard || (renewed && beat()));

  /** Have the server keep all that is on the page now, also what a refused saving left in its fields.
      Resolves to the keys of the boxes that hold unsaved words, of which some may not be kept; to null
      where the server is away or nobody is signed in. */
  function flush() {
    for (const box of sentBack()) touched.add(keyOf(box));
    again(touched); // a saving on another machine of hers may have dropped what the server had
    return answered().then((heard) => heard && { keys: [...touched], partly: Boolean(form.querySelector("[data-not-kept]")) });
  }

  /** A saving that would only lead to the sign-in page waits until she is signed in again. */
  function beforeSaving(event) {
    form.elements.pending.value = [...offered.keys()].filter((key) => !touched.has(key)).join(" ");
    collect(); // if this very request is lost, it is offered again
    if (!ended) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const button = event.submitter;
    answered().then((heard) => heard && form.requestSubmit(button));
  }

  form.addEventListener("lantai:changed", (event) => {
    passOver(event.detail);
    leaving = false;
    for (const keys of [dirty, fresh, touched]) keys.add(event.detail);
  });
  form.addEventListener("submit", beforeSaving, true);
  // Saving there dropped the copy that the server had of what is written here.
  form.addEventListener("lantai:saved-elsewhere", () => again(touched));
  for (const out of document.querySelectorAll("#logout-form")) {
    out.addEventListener("submit", () => {
      leaving = true;
    });
  }
  // The last words before the page is left, which no beat has seen yet: offered also beside a copy of
  // the server's that bears a later time.
  const keepLast = () => collect(fresh, { apart: true });
  window.addEventListener("pagehide", keepLast);
  document.addEventListener("visibilitychange", () => document.hidden && keepLast());
  window.addEventListener("storage", (event) => {
    if (event.key === "lantai-edits" && !event.newValue) signedOut = true;
  });

  window.addEventListener("load", () => {
    const saved = read("saved-boxes");
    LantaiLocal.saved(saved);
    if (saved.length && window.LantaiWindows) LantaiWindows.saved();
    offerAll();
    setInterval(() => (dirty.size || away) && beat(), EVERY);
    setInterval(() => document.hasFocus() && beat(), BEAT);
    window.addEventListener("focus", beat); // back from signing in: the token is another one
    beat();
  });

  window.LantaiWorking = { flush };
})();
