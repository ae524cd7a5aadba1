/* A comment is sent without leaving the page, so that nothing else that was typed on it is lost.
   Without this file the page comes back at the same place. */
(function () {
  "use strict";

  const form = document.getElementById("comment-form");
  if (!form) return;

  /** Say it beside the text; what was typed stays. */
  function complain(place, sentence) {
    let note = place.querySelector(".notes-refused");
    if (!note) {
      note = document.createElement("p");
      note.className = "notes-refused error";
      note.setAttribute("role", "alert");
      place.append(note);
    }
    note.textContent = sentence;
  }

  /** What was typed is stored: typing.js need not keep it. */
  function taken(text) {
    if (!text) return;
    text.value = "";
    text.dispatchEvent(new CustomEvent("lantai:taken", { bubbles: true }));
  }

  function show(place, html) {
    const holder = document.createElement("template");
    holder.innerHTML = html;
    const fresh = holder.content.querySelector(".notes");
    fresh.setAttribute("role", "status");
    place.replaceWith(fresh);
    const next = fresh.querySelector("summary, button");
    if (next) next.focus();
  }

  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    const place = button.closest(".notes");
    const text = place.querySelector("textarea");
    const data = new FormData();
    data.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    data.append("part", "1");
    if (place.querySelector(".about")) data.append("named", "1");
    data.append(button.name, button.value);
    if (text) data.append(text.name, text.value);
    event.preventDefault();
    button.disabled = true;
    fetch(form.action, { method: "POST", credentials: "same-origin", redirect: "error", body: data })
      .then((answer) => answer.text().then((said) => ({ ok: answer.ok, refused: answer.headers.get("Content-Type").startsWith("text/plain"), said })))
      .then((answer) => {
        if (answer.ok && !answer.refused) {
          taken(text);
          show(place, answer.said);
        }
        else complain(place, answer.refused ? answer.said : "没有记下：请刷新后再试，写的内容可以先复制");
      })
      .catch(() => complain(place, "没有记下：连不上服务器，写的内容还在这里"))
      .finally(() => {
        button.disabled = false;
      });
  });
})();
