using Interlock.Runtime.Campaign;
using Interlock.Runtime.Campaign.Report;

namespace Interlock.Runtime.Tests.Campaign;

/// <summary>One campaign for all tests.</summary>
public sealed class CampaignRun
{
    public CampaignResult Result { get; } = FaultCampaign.Run(new CampaignOptions());
}
