/* Long words typed outside the edition's own page (an opinion, a comment, a reason, a paste) are kept
   in this window while they are typed (data-typing: on the form), and put back when the page opens
   again, as after a session that ended. They go when they were taken, left, or she signs out. */
(function () {
  "use strict";

  const person = document.querySelector("script[data-person]");
  if (!person) return;
  const mine = `lantai-typing:${person.dataset.person}:`; // static/editing/edits.js clears it
  const sent = `${mine}sent`;
  const nameOf = (field) => `${mine}${location.pathname}:${field.name}`;
  const fields = () => [...document.querySelectorAll("form[data-typing]")].flatMap((form) =>
    [...form.elements].filter((field) => field.matches("textarea, [data-typed-too]")));

  function guarded(act) {
    try {
      return act();
    } catch (problem) {
      return null; // a full or forbidden store: she is no worse off than without this file
    }
  }

  function keep(field) {
    guarded(() => sessionStorage.removeItem(nameOf(field))); // an older value is none
    if (field.value) guarded(() => sessionStorage.setItem(nameOf(field), field.value));
  }
  const forget = (start) => guarded(() => {
    for (const name of Object.keys(sessionStorage)) if (name.startsWith(start)) sessionStorage.removeItem(name);
  });

  /** The last page's words were taken: this page says so (a success, or data-typing-taken). */
  function settle() {
    const path = guarded(() => sessionStorage.getItem(sent));
    if (!path) return;
    guarded(() => sessionStorage.removeItem(sent));
    if (document.querySelector(".messagelist .success, [data-typing-taken]")) forget(`${mine}${path}:`);
  }

  function putBack() {
    const back = fields().filter((field) => {
      const words = guarded(() => sessionStorage.getItem(nameOf(field)));
      if (!words || field.value) return false; // what came back with the page counts
      field.value = words;
      const hidden = field.closest("details:not([open])");
      if (hidden) hidden.open = true;
      return true;
    });
    for (const field of back) if (field.matches("textarea")) offer(field, back);
  }

  function offer(field, back) {
    const line = document.createElement("p");
    const leave = document.createElement("button");
    line.className = "put-back";
    line.setAttribute("role", "status");
    Object.assign(leave, { type: "button", className: "button", textContent: "不要了" });
    leave.onclick = () => {
      for (const one of back.filter((other) => other === field || (other.form === field.form && !other.matches("textarea")))) {
        one.value = "";
        keep(one);
      }
      line.remove();
      field.focus();
    };
    line.append("您上次在这里写的还没有提交，已放回框中。", " ", leave);
    field.before(line);
  }

  settle();
  for (const name of ["input", "lantai:pasted"]) {
    document.addEventListener(name, (event) => {
      const form = event.target.form;
      if (form && form.matches("[data-typing]")) fields().filter((field) => field.form === form).forEach(keep);
    });
  }
  document.addEventListener("submit", (event) => {
    if (event.defaultPrevented || !event.target.matches("[data-typing]")) return;
    fields().filter((field) => field.form === event.target).forEach(keep);
    guarded(() => sessionStorage.setItem(sent, location.pathname));
  });
  document.addEventListener("lantai:taken", (event) => keep(event.target)); // emptied: sent without leaving the page
  putBack();
})();
