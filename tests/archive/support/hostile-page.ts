/** A page that would call out, or run something, in every way that HTML knows. The words `Run` and `Call` stand in no text of it. */
const calls = `
<script>fetch('https://script.example/run'); document.write('Run')</script>
<script src="https://script.example/x.js"></script><script type="module">import 'https://module.example/x.js'</script>
<img src="https://pixel.example/1.gif" width="1" height="1"><img src=x onerror="fetch('https://error.example/')">
<img srcset="https://srcset.example/a.png 2x" alt=""><picture><source srcset="https://source.example/a.png"></picture>
<iframe src="https://frame.example/"></iframe><iframe srcdoc="<script>Run</script>"></iframe>
<object data="https://object.example/x.swf">Run</object><embed src="https://embed.example/x.swf">
<applet codebase="https://applet.example/" code="X"></applet>
<svg onload="fetch('https://svg.example/')"><image href="https://svg.example/a.png"/><use href="https://svg.example/a.svg#a"/>
<script>Run</script><foreignObject><iframe src="https://svg.example/"></iframe></foreignObject></svg>
<math><maction actiontype="statusline#https://math.example/" xlink:href="javascript:Run">x</maction></math>
<style>@import url(https://style.example/a.css); body { background: url(https://style.example/b.png) }
@font-face { font-family: x; src: url(https://font.example/x.woff2) }</style>
<div style="background-image: url(https://style.example/c.png); behavior: url(https://style.example/d.htc)"></div>
<video src="https://video.example/a.mp4" poster="https://video.example/a.png" autoplay></video>
<audio src="https://audio.example/a.mp3" autoplay></audio><track src="https://track.example/a.vtt">
<form action="https://form.example/" id="f"><input name="a" autofocus onfocus="f.submit()"><button>Call</button></form>
<template><img src="https://template.example/a.png">Run</template><portal src="https://portal.example/"></portal>
<table background="https://table.example/a.png"><tr><td></td></tr></table><bgsound src="https://sound.example/a.wav">
<input type="image" src="https://input.example/a.png"><marquee onstart="fetch('https://marquee.example/')"></marquee>
<noscript><img src="https://noscript.example/a.gif">Call</noscript>`;

/** The text: an article with links that would run something when they are followed. */
const article = `<article><h1>Ferry sinks in harbour</h1><p class="date">28 November 2007</p>
<p>Hundreds of people have left their homes after the river burst its banks, and the mayor said that more would follow.</p>
<p onmouseover="fetch('https://mouse.example/')">Emergency services said that the water had risen by two metres in a day,
<a href="https://ping.example/" ping="https://ping.example/count">more than ever</a> in the records of the town.</p>
<p>The bridge has been closed to traffic since Monday, and boats bring bread and water to the villages on the other side.</p>
<h2>Related stories</h2><ul><li><a href="javascript:fetch('https://link.example/')">The bridge will be closed for a month</a></li>
<li><a href="data:text/html,<script>Run</script>">Villages wait for bread and for water</a></li>
<li><a href="vbscript:Run">Mayor of the town speaks of a catastrophe</a></li>
<li><a href="https://news.example/two.html">Water rises again after a night of rain</a></li></ul></article>`;

/** The same as a page saved from a browser. */
export const hostilePage = `<!DOCTYPE html><html manifest="https://manifest.example/a.appcache"><head><title>Ferry sinks in harbour</title>
<meta http-equiv="refresh" content="0;url=https://refresh.example/"><base href="https://base.example/">
<meta http-equiv="Content-Security-Policy" content="report-uri https://report.example/">
<link rel="stylesheet" href="https://sheet.example/a.css"><link rel="icon" href="https://icon.example/a.ico">
<link rel="dns-prefetch" href="//prefetch.example"><link rel="preconnect" href="https://preconnect.example">
<link rel="preload" as="image" href="https://preload.example/a.png"><link rel="canonical" href="https://news.example/one.html">
<script type="application/ld+json">{"@context":"https://context.example/","@type":"NewsArticle","headline":"Ferry sinks in harbour"}</script>
</head><body onload="fetch('https://load.example/')" background="https://body.example/a.png">${calls}${article}${calls}</body></html>`;
