using Interlock.Runtime.Loop;
using Xunit;

namespace Interlock.Runtime.Tests.Loop;

public sealed class CommandWindowTests
{
    [Fact]
    public void Nothing_is_shown_before_the_first_command() => Assert.False(new CommandWindow(2).TryLook(new double[2]));

    [Fact]
    public void A_reader_never_sees_half_of_a_command()
    {
        const int writes = 200_000;
        CommandWindow window = new(14);
        window.Show(new double[14]);
        Thread writer = new(() =>
        {
            double[] command = new double[14];
            for (int i = 1; i <= writes; i++)
            {
                command.AsSpan().Fill(i);
                window.Show(command);
            }
        });
        writer.Start();
        double[] seen = new double[14];
        double last = 0;
        while (last < writes)
        {
            Assert.True(window.TryLook(seen));
            Assert.All(seen, value => Assert.Equal(seen[0], value));
            Assert.True(seen[0] >= last);
            last = seen[0];
        }

        writer.Join();
    }
}
