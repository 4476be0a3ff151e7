using System.Text.Json.Nodes;
using Interlock.Core.Contract;
using Interlock.ExecSpec.Import;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Tests.Import.OpenVla;

public sealed class OftTrapTests
{
    [Theory]
    [InlineData(ImportPlatform.Libero, 7, 8, 8, NormalisationScheme.Quantile)]
    [InlineData(ImportPlatform.Aloha, 14, 14, 25, NormalisationScheme.MinMax)]
    [InlineData(ImportPlatform.Bridge, 7, 7, 5, NormalisationScheme.Quantile)]
    public void The_stated_platform_gives_scheme_and_chunk(ImportPlatform platform, int channels, int stateChannels, int chunk, NormalisationScheme scheme)
    {
        using ImportFolder folder = Checkpoint(channels, stateChannels);
        SpecImport import = folder.Import(new ImportRequest { Platform = platform });
        Assert.Equal("openvla-oft", import.Ecosystem);
        ExecutableSpec spec = import.Require();
        Assert.Equal((scheme, chunk), (spec.Unnormaliser.Scheme, spec.Action.Horizon));
        Assert.Equal(LibraryArithmetic.OpenVlaOft, spec.Unnormaliser.Arithmetic);
        Assert.DoesNotContain("EX146", import.Findings.Select(item => item.Code));
    }

    [Fact]
    public void ALOHA_joints_are_absolute_targets()
    {
        using ImportFolder folder = Checkpoint(14, 14);
        ActionSpec action = folder.Import(new ImportRequest { Platform = ImportPlatform.Aloha }).Require().Action;
        Assert.Equal((ActionSpace.JointPosition, ActionReference.Absolute), (action.Quantity, action.Reference));
        Assert.Equal("left_waist", action.Channels[0].Name);
        Assert.Equal(ChannelRole.Gripper, action.Channels[13].Role);
    }

    [Fact]
    public void A_scheme_that_a_command_line_decides_has_to_be_stated()
    {
        using ImportFolder folder = Checkpoint(7, 8);
        SpecImport unstated = folder.Import();
        Assert.Null(unstated.Selected);
        Assert.Contains("EX145", unstated.Findings.Select(item => item.Code));
        Assert.DoesNotContain("EX145", folder.Codes(new ImportRequest { Platform = ImportPlatform.Libero }));
        Assert.NotNull(folder.Import(new ImportRequest { Scheme = NormalisationScheme.Quantile }).Selected);
    }

    [Theory]
    [InlineData(7, 8, ImportPlatform.Aloha, false)]
    [InlineData(14, 14, ImportPlatform.Libero, false)]
    [InlineData(7, 8, ImportPlatform.Bridge, true)]
    public void Dimensions_that_are_not_the_platforms_are_found(int channels, int stateChannels, ImportPlatform platform, bool usable)
    {
        using ImportFolder folder = Checkpoint(channels, stateChannels);
        SpecImport import = folder.Import(new ImportRequest { Platform = platform });
        Assert.Contains("EX146", import.Findings.Select(item => item.Code));
        Assert.Equal(usable, import.Selected is not null);
    }

    [Fact]
    public void A_state_projector_without_state_statistics_is_refused()
    {
        JsonObject file = OpenVlaText.File("a");
        ((JsonObject)file["a"]!).Remove("proprio");
        ImportRequest request = new() { Platform = ImportPlatform.Libero };
        using ImportFolder folder = Checkpoint(7, 8);
        Assert.DoesNotContain("EX149", folder.Codes(request));
        Assert.Contains("EX149", folder.With("dataset_statistics.json", file.Text()).Codes(request));
    }

    [Fact]
    public void An_action_head_read_as_plain_OpenVLA_is_told()
    {
        ImportRequest request = new() { Platform = ImportPlatform.Libero };
        using ImportFolder folder = Checkpoint(7, 8);
        Assert.Contains("EX147", folder.Codes(request with { Ecosystem = "openvla" }));
        Assert.DoesNotContain("EX147", folder.Codes(request));
    }

    [Fact]
    public void The_weights_beside_the_statistics_are_not_opened()
    {
        using ImportFolder folder = Checkpoint(7, 8);
        SpecImport import = folder.Import(new ImportRequest { Platform = ImportPlatform.Libero });
        Assert.Equal(["dataset_statistics.json"], import.Files);
    }

    private static ImportFolder Checkpoint(int channels, int stateChannels) => new ImportFolder()
        .With("dataset_statistics.json", new JsonObject { ["a"] = OpenVlaText.Entry(channels, stateChannels) }.Text())
        .With("action_head--150000_checkpoint.pt", "PK\u0003\u0004")
        .With("proprio_projector--150000_checkpoint.pt", "PK\u0003\u0004");
}
