namespace Interlock.Runtime.Proxies;

/// <summary>What the numbers of a policy server's replies are.</summary>
public enum ReplyNumbers
{
    /// <summary>Commands in the contract's channels, order and units, as servers send them that un-normalise themselves.</summary>
    Commands,

    /// <summary>What the network wrote; whoever asks turns it into commands, as the specification says.</summary>
    Normalised,
}
