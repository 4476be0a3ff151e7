using Interlock.Core.Text;

namespace Interlock.Core.Contract.Comparison;

/// <summary>Compares two contracts by meaning: channels by name, limits across units of the same quantity.</summary>
public static class ContractDiff
{
    /// <summary>
    /// Every difference from <paramref name="before"/> to <paramref name="after"/>, in file order; empty when both mean the same.
    /// </summary>
    public static IReadOnlyList<ContractChange> Between(SafetyContract before, SafetyContract after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ChangeList changes = new();
        changes.Words("name", before.Name, after.Name);
        CompareRate(before, after, changes);
        changes.Words("action.space", EnumWord.Of(before.Space), EnumWord.Of(after.Space));
        changes.Words("action.reference", EnumWord.Of(before.Reference), EnumWord.Of(after.Reference));
        CompareChannels(before, after, changes);
        GroupDiff.SpeedNorms(before, after, changes);
        GroupDiff.Workspaces(before, after, changes);
        GroupDiff.Reactions(before, after, changes);
        return changes.Items;
    }

    private static void CompareRate(SafetyContract before, SafetyContract after, ChangeList changes)
    {
        bool stepsCount = before.Channels.Concat(after.Channels).Any(channel => channel.MaxStep is not null);
        Limit old = new(before.RateHz, "Hz");
        Limit now = new(after.RateHz, "Hz");
        if (before.RateHz is null || after.RateHz is null || !stepsCount)
        {
            changes.Words("rate_hz", old.Shown, now.Shown);
        }
        else
        {
            changes.UpperLimit("rate_hz", old, now);
        }
    }

    private static void CompareChannels(SafetyContract before, SafetyContract after, ChangeList changes)
    {
        Dictionary<string, ChannelContract> now = after.Channels.ToDictionary(channel => channel.Name);
        HashSet<string> old = [.. before.Channels.Select(channel => channel.Name)];
        foreach (ChannelContract channel in before.Channels)
        {
            if (now.TryGetValue(channel.Name, out ChannelContract? twin))
            {
                new ChannelDiff(before, after, channel, twin, changes).Compare();
            }
            else
            {
                changes.Words($"channels[{channel.Name}]", "present", null);
            }
        }

        foreach (ChannelContract channel in after.Channels.Where(channel => !old.Contains(channel.Name)))
        {
            changes.Words($"channels[{channel.Name}]", null, "present");
        }

        CompareOrder(before, after, changes);
    }

    private static void CompareOrder(SafetyContract before, SafetyContract after, ChangeList changes)
    {
        string[] old = [.. before.Channels.Select(channel => channel.Name)];
        string[] now = [.. after.Channels.Select(channel => channel.Name)];
        if (!old.SequenceEqual(now) && old.Order(StringComparer.Ordinal).SequenceEqual(now.Order(StringComparer.Ordinal)))
        {
            changes.Words("channels (order)", string.Join(", ", old), string.Join(", ", now));
        }
    }
}
