using Interlock.Core.Diagnostics;

namespace Interlock.Policies.Ensembles;

/// <summary>Whether policies can be asked together.</summary>
internal static class EnsembleCheck
{
    public static void Fits(IReadOnlyList<IPolicy> members, EnsembleOptions options)
    {
        if (members.Count == 0)
        {
            throw Refused("an ensemble without members");
        }

        PolicyDescription first = members[0].Description;
        if (members.FirstOrDefault(member => member.Description.ActionDimension != first.ActionDimension)?.Description is { } other)
        {
            throw Refused($"'{first.Name}' has {first.ActionDimension} values per action, '{other.Name}' has {other.ActionDimension}");
        }

        if (members.Distinct().Count() != members.Count)
        {
            throw Refused("one policy object is a member twice");
        }

        if (options.ChannelSpans is { } spans && (spans.Count != first.ActionDimension || !spans.All(span => span > 0 && double.IsFinite(span))))
        {
            throw Refused($"the channel spans are not {first.ActionDimension} finite numbers above 0");
        }

        if (options.MemberTimeout is { } limit && limit <= TimeSpan.Zero)
        {
            throw Refused("the time for a member is not above 0");
        }
    }

    private static DiagnosticException Refused(string message) =>
        new(EnsembleCodes.MembersDisagree, message, null, "an ensemble is made of policies for one robot");
}
