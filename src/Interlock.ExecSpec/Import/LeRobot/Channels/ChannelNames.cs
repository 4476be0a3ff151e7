using Interlock.Core.Diagnostics;

namespace Interlock.ExecSpec.Import.LeRobot.Channels;

/// <summary>Chooses the names of the action channels: stated ones, those of the dataset, those of the relative-actions step, in that order.</summary>
internal static class ChannelNames
{
    /// <summary>The names; null when there are none of that length.</summary>
    public static IReadOnlyList<string>? Choose(LeRobotContext context, int length, DiagnosticCollector findings)
    {
        IReadOnlyList<string>? names = Find(context, length, findings);
        if (names is not null && context.Relative is { Enabled: true, ActionNames: { } others })
        {
            CompareOrder(names, others, context.Place, findings);
        }

        if (names is not null && names.Distinct(StringComparer.Ordinal).Count() < names.Count)
        {
            findings.Warn(ImportCode.ChannelNames, "a name is given to two channels; the later one is numbered", context.Place, "state them with --channels");
        }

        return names;
    }

    /// <summary>The step finds the channels that stay absolute by the place of their names, so another order makes it another channel.</summary>
    private static void CompareOrder(IReadOnlyList<string> names, IReadOnlyList<string> others, SourcePlace place, DiagnosticCollector findings)
    {
        if (!names.SequenceEqual(others) && names.Order(StringComparer.Ordinal).SequenceEqual(others.Order(StringComparer.Ordinal)))
        {
            findings.Error(
                ImportCode.ChannelNames,
                $"the action is {string.Join(", ", names)}, and the relative_actions_processor has the same names in another order",
                place,
                "one of the two is of another dataset; which channel stays absolute depends on it");
        }
    }

    private static IReadOnlyList<string>? Find(LeRobotContext context, int length, DiagnosticCollector findings)
    {
        if (context.Request.ChannelNames is { } stated)
        {
            if (stated.Count != length)
            {
                findings.Error(ImportCode.ChannelNames, $"{stated.Count} channel names are given and the action has {length} channels", context.Place);
            }

            return stated;
        }

        IReadOnlyList<string>?[] found = [context.Info?.ActionNames, context.Relative.ActionNames];
        if (found.FirstOrDefault(names => names?.Count == length) is { } fitting)
        {
            return fitting;
        }

        if (found.OfType<IReadOnlyList<string>>().FirstOrDefault() is { } other)
        {
            findings.Warn(ImportCode.ChannelNames, $"there are {other.Count} names for {length} channels; none is used", context.Place, "state them with --channels");
        }
        else
        {
            findings.Info(
                ImportCode.NamesAssumed, "the source names no channels; they are numbered", context.Place, "state them with --channels, or lay the dataset's meta/info.json beside it");
        }

        return null;
    }
}
