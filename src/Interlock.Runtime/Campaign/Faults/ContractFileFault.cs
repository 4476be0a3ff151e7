using System.Text;
using Interlock.Core.Contract.Writing;
using Interlock.Runtime.Campaign.World;
using Interlock.Runtime.Session;

namespace Interlock.Runtime.Campaign.Faults;

/// <summary>Somebody saves other limits into the contract's file while the robot runs.</summary>
internal sealed class ContractFileFault(FaultStory story) : CampaignFault(story)
{
    private const double Wider = 2;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("interlock-campaign-");

    public override void Inject(CampaignCell cell)
    {
        string path = Path.Combine(_folder.FullName, "campaign.contract.yaml");
        byte[] loaded = Encoding.UTF8.GetBytes(ContractWriter.Write(cell.Contract));
        cell.Watch.Contract = new FileWatch(path, loaded);
        var wider = cell.Contract.Channels.Select(channel => channel with { MaxVelocity = Wider * channel.MaxVelocity });
        File.WriteAllText(path, ContractWriter.Write(cell.Contract with { Channels = [.. wider] }));
    }

    public override bool IsVisible(CampaignCell cell) => cell.Watch.ContractChanged;

    public override void Dispose()
    {
        _folder.Delete(recursive: true);
        base.Dispose();
    }
}
