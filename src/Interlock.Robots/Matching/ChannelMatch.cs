using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;

namespace Interlock.Robots.Matching;

/// <summary>
/// A robot's channels laid against a contract: by name, never by index, with the factor between their units. Made once, at connect.
/// </summary>
public sealed class ChannelMatch
{
    internal ChannelMatch(RobotDescription robot, IReadOnlyList<MatchedChannel> channels)
    {
        Robot = robot;
        Channels = channels;
    }

    /// <summary>The robot that was matched.</summary>
    public RobotDescription Robot { get; }

    /// <summary>The contract's channels, in contract order.</summary>
    public IReadOnlyList<MatchedChannel> Channels { get; }

    /// <summary>True when order and units are already the contract's.</summary>
    public bool IsIdentity => Channels.Select((channel, index) => channel.RobotIndex == index && channel.ToRobot == 1).All(same => same);

    /// <summary>Lays a robot against a contract.</summary>
    /// <param name="robot">The robot.</param>
    /// <param name="contract">The contract that will be enforced on it.</param>
    /// <param name="findings">Receives every difference (RB001 to RB007), each with what to do.</param>
    /// <returns>Null when there is an error among the differences.</returns>
    public static ChannelMatch? Between(RobotDescription robot, SafetyContract contract, DiagnosticCollector findings)
    {
        DiagnosticCollector differences = new();
        ChannelMatch? match = new ChannelMatcher(robot, contract, differences).Match();
        foreach (Diagnostic difference in differences.Items)
        {
            findings.Add(difference);
        }

        return match;
    }

    /// <summary>As <see cref="Between"/>, for callers that cannot go on without a match.</summary>
    /// <exception cref="DiagnosticException">The robot is not the contract's (RB001 to RB006).</exception>
    public static ChannelMatch Require(RobotDescription robot, SafetyContract contract)
    {
        DiagnosticCollector findings = new();
        return Between(robot, contract, findings) ?? throw new DiagnosticException(findings.Items);
    }

    /// <summary>Presents a robot in contract order and contract units.</summary>
    /// <param name="robot">A robot with the description that was matched; taken over and disposed of with the result.</param>
    public OrderedRobot Wrap(IRobot robot) => new(robot, this);
}
