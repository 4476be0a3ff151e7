using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Gate.Checks;

/// <summary>EX022: the unnormaliser applies to exactly the certified channels.</summary>
internal sealed class MaskCheck : IGateCheck
{
    public void Run(GateContext context, GateResults results)
    {
        int before = results.Findings.Count;
        for (int channel = 0; channel < context.Certified.Action.Channels.Count; channel++)
        {
            bool certified = context.Certified.Unnormaliser.AppliesTo(channel);
            bool running = context.Running.Unnormaliser.AppliesTo(channel);
            if (certified != running)
            {
                Fail(context.Certified.Action.Channels[channel], certified, results);
            }
        }

        int channels = context.Certified.Action.Channels.Count;
        if (context.Running.Unnormaliser.Mask is { } mask && mask.Count != channels)
        {
            results.Fail(GateCode.Mask, "mask", $"the mask has {mask.Count} entries; the certified action has {channels} channels", Fact.Of(channels), Fact.Of(mask.Count));
        }

        if (results.Findings.Count == before)
        {
            results.Pass(GateCode.Mask, "mask", $"passed through unchanged: {PassedThrough(context.Certified)}");
        }
    }

    private static void Fail(ActionChannel channel, bool certified, GateResults results) => results.Fail(
        GateCode.Mask,
        channel.Name,
        certified ? $"{channel.Name} is passed through unchanged; certified is that it is unnormalised" : $"{channel.Name} is unnormalised; certified is that it passes unchanged",
        certified ? "unnormalised" : "passes unchanged",
        certified ? "passes unchanged" : "unnormalised");

    private static string PassedThrough(ExecutableSpec spec)
    {
        IEnumerable<string> names = spec.Action.Channels.Where((_, channel) => !spec.Unnormaliser.AppliesTo(channel)).Select(channel => channel.Name);
        return string.Join(", ", names) is { Length: > 0 } list ? list : "none";
    }
}
