'use strict';
// The token lives in this variable and nowhere else. Every text from the server goes in as text, never as HTML.
let token = '';
const $ = id => document.getElementById(id);

async function ask(path, body) {
  // Without credentials of its own the browser does not open its own password prompt at a 401.
  const options = { headers: { Authorization: 'Bearer ' + token }, cache: 'no-store', credentials: 'omit' };
  if (body) {
    options.method = 'POST';
    options.headers['Content-Type'] = 'application/json';
    options.body = JSON.stringify(body);
  }
  const response = await fetch('/api/v1/' + path, options);
  const answer = await response.json();
  if (!response.ok) throw new Error(response.status === 401 ? 'This token is not known here.' : answer.detail || 'refused: ' + response.status);
  return answer;
}

function tell(text, wrong) {
  $('message').textContent = text;
  $('message').className = wrong ? 'error' : '';
}

async function attempt(action) {
  try {
    await action();
  } catch (problem) {
    tell(problem instanceof TypeError ? 'The CA does not answer.' : problem.message, true);
  }
}

function cell(text, kind) {
  const td = document.createElement('td');
  td.textContent = text;
  if (kind) td.className = kind;
  return td;
}

function row(...cells) {
  const tr = document.createElement('tr');
  tr.append(...cells);
  return tr;
}

async function overview() {
  const all = await ask('overview');
  const states = ['good', 'on-hold', 'revoked', 'expired', 'cut-short'];
  const profiles = [...new Set(all.counts.map(count => count.profile))];
  const head = row(...['Profile', ...states].map((text, i) => {
    const th = document.createElement('th');
    th.textContent = text.replace('-', ' ');
    if (i) th.className = 'number';
    return th;
  }));
  $('counts').tHead.replaceChildren(head);
  $('counts').tBodies[0].replaceChildren(...profiles.map(profile => row(cell(profile), ...states.map(state => {
    const count = all.counts.find(one => one.profile === profile && one.state === state);
    return cell(count ? count.count : '', 'number');
  }))));
  $('expiring').tBodies[0].replaceChildren(...all.expiring.map(one =>
    row(cell(one.profile), cell(one.in30Days, 'number'), cell(one.in60Days, 'number'), cell(one.in90Days, 'number'))));
}

async function search() {
  const query = new URLSearchParams();
  if ($('text').value.trim()) query.set('text', $('text').value.trim());
  if ($('state').value) query.set('state', $('state').value);
  if ($('days').value) query.set('expiringInDays', $('days').value);
  const found = await ask('search?' + query);
  $('none').hidden = found.length > 0;
  $('found').tBodies[0].replaceChildren(...found.map(one => {
    const action = document.createElement('td');
    if (one.state === 'good' || one.state === 'on-hold') action.append(button('Revoke', () => revoke(one)));
    if (one.state === 'on-hold') action.append(button('Resume', () => resume(one)));
    const state = cell(one.state.replace('-', ' '), 'state-' + one.state);
    if (one.revocationReason) state.title = one.revocationReason + ' since ' + one.revokedAt;
    return row(cell(one.commonName || '(erased)'), cell(one.profile), cell(one.serial, 'serial'), cell(one.client),
      cell(one.notAfter.slice(0, 10)), state, action);
  }));
}

function button(text, action) {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  made.addEventListener('click', () => attempt(action));
  return made;
}

function revoke(one) {
  $('what').textContent = one.commonName + ' (' + one.profile + ', serial ' + one.serial + ')';
  const dialog = $('confirm');
  dialog.returnValue = 'no';
  dialog.onclose = () => dialog.returnValue === 'yes' && attempt(async () => {
    const now = await ask('revoke', { issuer: one.issuer, serial: one.serial, reason: $('reason').value });
    tell(one.commonName + ' is revoked: ' + now.revocationReason);
    await refresh();
  });
  dialog.showModal();
}

async function resume(one) {
  await ask('resume', { issuer: one.issuer, serial: one.serial });
  tell(one.commonName + ' is good again');
  await refresh();
}

// For administrators only: others do not see the table.
async function ceremonies() {
  let all;
  try {
    all = await ask('ceremonies');
  } catch {
    return;
  }
  $('held').hidden = false;
  $('unheld').hidden = all.length > 0;
  $('ceremonies').tBodies[0].replaceChildren(...all.map(one => {
    const agreed = one.needed === 0 ? 'nobody needs to' : one.approvedBy.length + ' of ' + one.needed
      + (one.approvedBy.length ? ': ' + one.approvedBy.join(', ') : '');
    const state = one.performedAt ? cell('performed ' + one.performedAt.slice(0, 10), 'state-good')
      : cell(one.approvedBy.length < one.needed ? 'waits for agreement' : 'ready to perform', 'state-on-hold');
    state.title = one.id;
    return row(cell(one.proposedAt.slice(0, 16).replace('T', ' ')), cell(one.act), cell(one.profile), cell(agreed), state);
  }));
}

async function refresh() {
  await overview();
  await ceremonies();
  await search();
}

async function lint() {
  const reports = await ask('lint', { chain: $('chain').value });
  const rows = reports.certificates.flatMap((report, index) => report.findings.length === 0
    ? [row(cell(index), cell('none', 'state-good'), cell(''), cell('nothing to complain of'))]
    : report.findings.map(finding =>
      row(cell(index), cell(finding.severity, finding.severity), cell(finding.rule), cell(finding.text))));
  $('findings').tBodies[0].replaceChildren(...rows);
  $('findings').hidden = false;
  tell('');
}

function on(id, event, action) {
  $(id).addEventListener(event, happened => {
    happened.preventDefault();
    attempt(action);
  });
}

on('login', 'submit', async () => {
  token = $('token').value;
  $('token').value = '';
  try {
    await refresh();
  } catch (problem) {
    token = '';
    throw problem;
  }
  $('main').hidden = false;
  $('leave').hidden = false;
  $('login').hidden = true;
  tell('');
});
on('leave', 'click', () => location.reload());
on('search', 'submit', search);
on('lint', 'submit', lint);
