import YimingCommands

YimingMain.run()
