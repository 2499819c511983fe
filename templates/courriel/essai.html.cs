<?cs uvar:Courriel.corpsHtml ?><?cs # the letter as it leaves, out of lettre_render() ?>
