"use strict";
const root = document.getElementById("docs");
SwaggerUIBundle({
  url: root.dataset.document,
  domNode: root,
  validatorUrl: null,
  queryConfigEnabled: false,
  deepLinking: true,
  defaultModelsExpandDepth: 0,
  presets: [SwaggerUIBundle.presets.apis],
});
