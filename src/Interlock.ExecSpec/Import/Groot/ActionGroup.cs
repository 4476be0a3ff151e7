using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Import.Groot;

/// <summary>A group of channels with its statistics, in the order of the action.</summary>
/// <param name="Name">Name of the group.</param>
/// <param name="Statistics">Statistics of its channels.</param>
/// <param name="Traits">What is said about it.</param>
internal sealed record ActionGroup(string Name, ActionStatistics Statistics, GroupTraits Traits)
{
    public int Length => Statistics.Channels;

    /// <summary><c>left_arm.2</c>, or the bare name of a group of one.</summary>
    public IEnumerable<string> ChannelNames => Length == 1 ? [Name] : Enumerable.Range(0, Length).Select(i => $"{Name}.{i}");
}
