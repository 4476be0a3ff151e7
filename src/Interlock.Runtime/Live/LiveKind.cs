namespace Interlock.Runtime.Live;

/// <summary>What a feed shows.</summary>
public enum LiveKind
{
    /// <summary>A robot that this process drives; a person commands its supervisor.</summary>
    Run,

    /// <summary>Sessions of a proxy, each under its own prefix; there is nothing to command.</summary>
    Proxy,
}
