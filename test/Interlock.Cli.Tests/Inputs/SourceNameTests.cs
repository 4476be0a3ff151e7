using Interlock.Cli.Inputs;

namespace Interlock.Cli.Tests.Inputs;

public sealed class SourceNameTests
{
    [Theory]
    [InlineData("demos.csv", "demos")]
    [InlineData("data/so101-record-test/", "so101-record-test")]
    [InlineData("hub:lerobot/pusht", "pusht")]
    [InlineData("hub:owner/set.v2@main (commit 0123456789abcdef)", "set.v2")]
    [InlineData(".", "calibrated")]
    public void A_dataset_is_named_after_the_last_part_of_where_it_lies(string location, string name) =>
        Assert.Equal(name, SourceName.Of(location));
}
