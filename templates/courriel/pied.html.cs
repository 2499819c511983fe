<p class="m"
		style="margin:24px 0 0;padding-top:16px;border-top:1px solid #e8e3d8;font-size:13px;color:#5b6055">
	<?cs if:Courriel.sans_demande ?>Ce message vient de
	<?cs else ?>Ce message répond à une demande faite sur
	<?cs /if ?> <?cs var:Courriel.site ?>, l’espace des personnes engagées avec <?cs var:Courriel.org ?>. Il
	ne contient ni image ni traceur.
</p>
</td>
</tr>
</table>
</td>
</tr>
</table>
</body>
</html>
