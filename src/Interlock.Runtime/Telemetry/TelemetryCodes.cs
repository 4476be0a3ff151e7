namespace Interlock.Runtime.Telemetry;

/// <summary>Diagnostic codes of telemetry; each has a page in <c>docs/codes</c>.</summary>
public static class TelemetryCodes
{
    /// <summary>The address of <c>/metrics</c> is none, or strangers could read it without a token.</summary>
    public const string Listen = "RT260";

    /// <summary>The port of <c>/metrics</c> is taken.</summary>
    public const string PortTaken = "RT261";

    /// <summary>An alert sink lacks a key or has one too many.</summary>
    public const string SinkKeys = "RT262";

    /// <summary>The address of a webhook is missing or must not be used.</summary>
    public const string Webhook = "RT263";

    /// <summary>Alerts are not delivered.</summary>
    public const string NotDelivered = "RT264";

    /// <summary>The address of an OpenTelemetry collector is none.</summary>
    public const string Collector = "RT265";

    /// <summary>An alert that only tests the way.</summary>
    public const string TestAlert = "RT266";
}
