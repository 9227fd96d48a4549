// Language and colours as they were chosen in the console. GraphiQL's own words are English alone, whatever is chosen.
const language = localStorage.getItem("whistlegraph:language");
if (language === "zh" || language === "en") {
  // The style sheet leaves out the other one.
  document.documentElement.dataset.language = language;
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
}

const colours = localStorage.getItem("whistlegraph:color-scheme");
if (colours === "light" || colours === "dark") sessionStorage.setItem("graphiql:theme", colours);
else if (colours === "auto") sessionStorage.removeItem("graphiql:theme");
