using Interlock.Recording.Ros2.Export;

namespace Interlock.Recording.Tests.Ros2.Export;

public sealed class Ros2NamesTests
{
    [Theory]
    [InlineData("wrist", "/camera/wrist/image")]
    [InlineData("wrist.left cam", "/camera/wrist_left_cam/image")]
    [InlineData("2nd", "/camera/_2nd/image")]
    [InlineData("a//b__c", "/camera/a_b_c/image")]
    [InlineData("", "/camera/unnamed/image")]
    [InlineData("é<script>", "/camera/_script_/image")]
    public void Names_become_what_ROS_2_takes(string name, string topic) => Assert.Equal(topic, new Ros2Names().Unique("/camera", name, "/image"));

    [Fact]
    public void Names_that_become_equal_are_told_apart()
    {
        Ros2Names names = new();
        Assert.Equal(["/m/a_b", "/m/a_b_2", "/m/a_b_3"], new[] { "a b", "a.b", "a-b" }.Select(name => names.Unique("/m", name)));
    }
}
