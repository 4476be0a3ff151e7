using Interlock.Core.Diagnostics;

namespace Interlock.Runtime.Telemetry.Alerts.Sinks;

/// <summary>The secret address of a webhook. No finding holds any of it.</summary>
public static class WebhookAddress
{
    private const int LongestChars = 2048;

    /// <summary>Reads an address: HTTPS, or HTTP to this machine.</summary>
    /// <param name="text">As the file or variable has it; null where that is missing.</param>
    /// <param name="key">Key of the run file, for the finding.</param>
    /// <exception cref="DiagnosticException">RT263.</exception>
    public static Uri Parse(string? text, string key)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw TelemetryError.Of(TelemetryCodes.Webhook, key, "the address of the webhook is missing or empty", "write it alone into the file, or into the variable");
        }

        string trimmed = text.Trim();
        if (trimmed.Length > LongestChars || !Uri.TryCreate(trimmed, UriKind.Absolute, out Uri? address) || address.Scheme is not ("http" or "https"))
        {
            throw TelemetryError.Of(TelemetryCodes.Webhook, key, "what is there is no address of a webhook", "it begins with https://");
        }

        return address.Scheme == "https" || address.IsLoopback
            ? address
            : throw TelemetryError.Of(TelemetryCodes.Webhook, key, "the address is not HTTPS, and alerts would cross the network in the open", "use https://; http:// only to this machine");
    }
}
