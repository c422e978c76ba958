<?php
// Takes the events that the agency's Daricheh server sends. PHP 8, no packages:
//
//     php -S 127.0.0.1:8080 webhook.php
//
// DARICHEH_WEBHOOK_SECRET holds the secret as it stands in the server's `secretFile` (two, with a space between, while one is changed).

/** True when one of the secrets signed this id, this time and this very body, in the last five minutes. */
function isOurs(string $id, string $sentAt, string $signatures, string $body): bool
{
    if (!ctype_digit($sentAt) || abs(time() - (int) $sentAt) > 300) {
        return false;
    }
    foreach (explode(' ', getenv('DARICHEH_WEBHOOK_SECRET')) as $secret) {
        $key = base64_decode(substr($secret, strlen('whsec_')));
        $ours = 'v1,' . base64_encode(hash_hmac('sha256', "$id.$sentAt.$body", $key, true));
        foreach (explode(' ', $signatures) as $given) {
            if (hash_equals($ours, $given)) {
                return true;
            }
        }
    }
    return false;
}

$body = file_get_contents('php://input');
$id = $_SERVER['HTTP_WEBHOOK_ID'] ?? '';
if (!isOurs($id, $_SERVER['HTTP_WEBHOOK_TIMESTAMP'] ?? '', $_SERVER['HTTP_WEBHOOK_SIGNATURE'] ?? '', $body)) {
    http_response_code(400);
    return;
}
// The same event may come again: keep each $id where your cases are kept, and do nothing for one that stands there.
$event = json_decode($body, true);
error_log("{$event['type']} {$event['data']['caseNumber']} {$event['data']['links']['case']}");
http_response_code(204);
