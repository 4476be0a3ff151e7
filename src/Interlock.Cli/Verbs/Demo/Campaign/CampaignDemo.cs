using Interlock.Cli.Output;
using Interlock.Runtime.Campaign;
using Interlock.Runtime.Campaign.Report;

namespace Interlock.Cli.Verbs.Demo.Campaign;

/// <summary><c>interlock demo --fault all</c>: every fault through the deployed loop, one line each.</summary>
internal static class CampaignDemo
{
    /// <summary>Name on the command line.</summary>
    public const string Fault = "all";

    public static int Run(VerbHost host, ulong seed, bool json, CancellationToken cancellation)
    {
        host.Error.WriteLine("breaking a simulated cell in every known way, five times each; a few seconds");
        CampaignResult result = FaultCampaign.Run(new CampaignOptions { Seed = seed }, cancellation);
        if (json)
        {
            JsonDocumentWriter.Write(host.Out, writer => CampaignJson.Write(writer, result));
        }
        else
        {
            CampaignText.Write(host.Out, result, host.Width);
        }

        if (!result.IsAsExpected)
        {
            CampaignText.WriteShortfalls(host.Error, result, host.Width);
        }

        return result.IsAsExpected ? ExitCode.Ok : ExitCode.FoundWanting;
    }
}
