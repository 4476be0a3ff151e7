using Interlock.Core.Diagnostics;

namespace Interlock.ExecSpec.Import.LeRobot.Channels;

/// <summary>Chooses the names of the action channels: stated ones, those of the dataset, those of the relative-actions step, in that order.</summary>
internal static class ChannelNames
{
    /// <summary>The names; null when there are none of that length.</summary>
    public static IReadOnlyList<string>? Choose(LeRobotContext context, int length, DiagnosticCollector findings)
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
