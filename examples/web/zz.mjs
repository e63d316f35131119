import { openSite, withAnnex, openForm } from "./tests/site.mjs";
const s = await openSite();
for (const [language,width] of [["kk",360],["ru",1280],["en",360]]) { const {page}=await withAnnex(s,{language,width}); await openForm(page,"t3-3",1); await page.fill("dialog input[name=amount]","1 500"); await page.screenshot({path:`/tmp/w/page/a1-${language}.png`}); }
await s.close();
