namespace Interlock.Runtime.Configuration.Settings;

/// <summary>Where alerts go.</summary>
public enum AlertSinkKind
{
    /// <summary>The error output.</summary>
    Console,

    /// <summary>A file of JSON lines.</summary>
    File,

    /// <summary>A webhook, Slack's for instance.</summary>
    Webhook,
}
