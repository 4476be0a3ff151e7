using Interlock.Core.Text;
using Interlock.ExecSpec.Drift;

namespace Interlock.ExecSpec.Gate.Checks;

/// <summary>EX026: worst-case difference of any channel.</summary>
internal sealed class DriftCheck : IGateCheck
{
    public void Run(GateContext context, GateResults results)
    {
        ChannelDrift worst = context.Drift.Channels.MaxBy(channel => channel.Worst)!;
        string name = worst.Channel.Name;
        string text = $"{name} decodes at most {ShortNumber.Of(worst.Worst)} of its certified half-range away; tolerated are {RoundingScale.BFloat16UpTo}";
        string expected = $"at most {RoundingScale.BFloat16UpTo}";
        string? observed = Fact.Of(worst.Worst);
        switch (context.Drift.Rounding)
        {
            case StorageRounding.Equal:
                results.Pass(GateCode.Drift, name, text, observed);
                break;
            case StorageRounding.Storage:
                results.Note(GateCode.Drift, name, $"{text}: statistics rounded in storage", expected, observed);
                break;
            case StorageRounding.Bfloat16:
                results.Note(GateCode.Drift, name, $"{text}: statistics rounded to bfloat16", expected, observed);
                break;
            default:
                results.Fail(GateCode.Drift, name, text, expected, observed);
                break;
        }
    }
}
