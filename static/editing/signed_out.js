/* A session that ended while she wrote: she signs in in another window and goes on here, with the
   token of her new session. Somebody else's session is never written with. */
(function () {
  "use strict";

  const form = document.getElementById("edition-form");
  if (!form || !form.dataset.working) return;
  const AGAIN = "，再回到这里";
  const OTHER = "另一位同事已在这个浏览器中登录：这里写的不会再保存，请复制留存";

  /** "same": she is signed in, and the page has her token; "ended", or "other": somebody else is. */
  function look(patience) {
    return fetch(form.dataset.me, { credentials: "same-origin", redirect: "manual", signal: AbortSignal.timeout(patience) })
      .then((answer) => (answer.ok ? answer.text() : ""))
      .then((html) => {
        const found = new DOMParser().parseFromString(html, "text/html");
        const person = found.querySelector("script[data-person]");
        const token = found.querySelector("[name=csrfmiddlewaretoken]");
        if (!person || !token) return "ended";
        if (person.dataset.person !== form.dataset.person) return "other";
        for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = token.value;
        return "same";
      });
  }

  /** Say it on the page's line; more: what became of her words. */
  function tell(said, how, more) {
    if (how === "other") {
      said.textContent = OTHER;
      return;
    }
    if (said.querySelector("a") && said.dataset.more === more) return; // the link keeps its focus
    const link = document.createElement("a");
    Object.assign(link, { href: form.dataset.login, target: "_blank", rel: "noopener", textContent: "在新窗口登录" });
    said.replaceChildren("登录已过期：请", link, AGAIN, more);
    said.dataset.more = more;
  }

  window.LantaiSignedOut = { look, tell };
})();
