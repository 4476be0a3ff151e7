namespace Interlock.Cli.Verbs.Proxy;

/// <summary>For whom the output of a proxy is.</summary>
internal enum ProxyOutput
{
    /// <summary>A person.</summary>
    Text,

    /// <summary>One document at the end.</summary>
    Json,

    /// <summary>A line for every event.</summary>
    JsonLines,
}
